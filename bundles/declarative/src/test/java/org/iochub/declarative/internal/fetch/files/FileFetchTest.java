package org.iochub.declarative.internal.fetch.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iochub.declarative.internal.fetch.Rig.patiently;

import java.nio.file.Files;
import java.nio.file.Path;
import org.iochub.declarative.internal.fetch.Fetch;
import org.iochub.declarative.internal.fetch.Rig;
import org.iochub.model.FaultException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileFetchTest {
    @TempDir
    Path data;

    private Inbox inbox;

    @BeforeEach
    void open() {
        inbox = new Inbox(data);
    }

    @AfterEach
    void close() throws Exception {
        inbox.close();
    }

    @Test
    void readsAFolderOfTheInbox() throws Exception {
        inbox.put("inbox/xa/b.csv", "2");
        inbox.put("inbox/xa/a.csv", "1");
        inbox.put("inbox/xa/sub/c.csv", "3");
        inbox.start(
                fetch("{ directory: xa, every: 60ms, settle: 10ms, after: { move: da-doc } }"), Rig.settings("f", ""));
        patiently().untilAsserted(() -> assertThat(inbox.delivered()).containsExactly("a.csv=1", "b.csv=2"));
        int goal = inbox.source().timesUpToDate() + 1;
        patiently()
                .untilAsserted(() -> assertThat(inbox.source().timesUpToDate()).isGreaterThan(goal));
        assertThat(inbox.files())
                .hasSize(3)
                .contains("inbox/xa/sub/c.csv")
                .anyMatch(name -> name.startsWith("inbox/xa/da-doc/a.csv.20"));
    }

    @Test
    void waitsForAFolderThatIsNotThere() throws Exception {
        inbox.start(fetch("{ directory: xa, every: 60ms, settle: 10ms }"), Rig.settings("f", ""));
        patiently().untilAsserted(() -> assertThat(inbox.source().waitings()).isNotEmpty());
        assertThat(inbox.source().waitings().get(0).en()).contains("There is no folder");
        inbox.put("inbox/xa/a.csv", "1");
        patiently().untilAsserted(() -> assertThat(inbox.delivered()).containsExactly("a.csv=1"));
    }

    @Test
    void aFileThatGrowsIsLeftAlone() throws Exception {
        inbox.put("inbox/xa/a.csv", "1");
        inbox.start(fetch("{ directory: xa, every: 20ms, settle: 1h, after: keep }"), Rig.settings("f", ""));
        patiently()
                .untilAsserted(() -> assertThat(inbox.source().timesUpToDate()).isGreaterThan(3));
        assertThat(inbox.delivered()).isEmpty();
    }

    @Test
    void theOperatorMayNameAnotherFolder(@TempDir Path elsewhere) throws Exception {
        Files.writeString(elsewhere.resolve("a.csv"), "1");
        inbox.start(
                fetch("{ directory: '{{f}}', every: 60ms, settle: 10ms, after: delete }"),
                Rig.settings("f", elsewhere.toString()));
        patiently().untilAsserted(() -> assertThat(inbox.delivered()).containsExactly("a.csv=1"));
        patiently().untilAsserted(() -> assertThat(elsewhere).isEmptyDirectory());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATA/keys", "DATA", "DATA/inbox/../etc", "/", "../etc", "link"})
    void theHubsOwnFoldersAreNoSource(String folder) throws Exception {
        Files.createDirectories(data.resolve("keys"));
        Files.createDirectories(data.resolve("inbox"));
        Files.createSymbolicLink(data.resolve("inbox/link"), data.resolve("keys"));
        String directory = folder.replace("DATA", data.toString());
        assertThatThrownBy(() -> inbox.start(fetch("{ directory: '{{f}}' }"), Rig.settings("f", directory)))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("directory");
    }

    private Fetch fetch(String yaml) {
        return Rig.fetch(new FileFetches(() -> data), yaml, Rig.WHOLE, Rig.text("f"));
    }
}
