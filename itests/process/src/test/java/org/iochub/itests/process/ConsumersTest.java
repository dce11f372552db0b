package org.iochub.itests.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs that {@code docs/consumers} offers as examples do what it says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsumersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Path folder;
    private DossierHub hub;

    @BeforeAll
    void start(@TempDir Path own) throws Exception {
        folder = own;
        hub = new DossierHub(folder.resolve("hub"));
    }

    @AfterAll
    void stop() throws Exception {
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash follow.sh", "java Follow.java", "python3 follow.py", "node follow.mjs"})
    void readsTheStateThenWhatChangesAndNothingTwice(String program) throws Exception {
        assumeTrue(isThere(program.split(" ")[0]), "not on this machine: " + program);
        Path place = Files.createTempDirectory(folder, "reader").resolve("cursor.txt");

        assertThat(ids(run(program, place, hub.readKey))).hasSize(hub.records()).doesNotHaveDuplicates();
        hub.push();
        assertThat(ids(run(program, place, hub.readKey)))
                .hasSize(DossierHub.PER_MESSAGE)
                .doesNotHaveDuplicates();
        assertThat(ids(run(program, place, hub.readKey))).isEmpty();
    }

    private static boolean isThere(String program) throws Exception {
        Process which = new ProcessBuilder("bash", "-c", "command -v " + program).start();
        return which.waitFor(30, TimeUnit.SECONDS) && which.exitValue() == 0;
    }

    private List<String> run(String program, Path place, String key) throws Exception {
        Path out = Files.createTempFile(folder, "reader", ".out");
        Path err = Files.createTempFile(folder, "reader", ".err");
        ProcessBuilder builder = new ProcessBuilder(program.split(" "));
        builder.directory(Path.of(System.getProperty("hub.command"))
                .getParent()
                .resolve("docs/consumers")
                .toFile());
        builder.environment()
                .putAll(Map.of(
                        "HUB_URL",
                        hub.process.url("").toString(),
                        "HUB_KEY",
                        key,
                        "TYPE",
                        "dossier",
                        "WAIT",
                        "1",
                        "ONCE",
                        "1",
                        "CURSOR_FILE",
                        place.toString()));
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
        return Files.readAllLines(out);
    }

    private static List<String> ids(List<String> events) throws Exception {
        List<String> ids = new ArrayList<>();
        for (String event : events) {
            ids.add(JSON.readTree(event).path("id").asText());
        }
        return ids;
    }
}
