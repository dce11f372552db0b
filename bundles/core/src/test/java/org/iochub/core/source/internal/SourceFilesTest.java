package org.iochub.core.source.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.source.SourceConfiguration;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a source whose adapter is away: nothing tells which of its keys are secret. */
class SourceFilesTest {
    private static final Map<String, String> NOW = Map.of(
            "adapter", "field-reports",
            "tenant", "quang-ngai",
            "url", "https://reports.example.vn",
            "password", "env:REPORTS_PASSWORD");

    @TempDir
    Path etc;

    private Path file;
    private SourceFiles files;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(etc.resolve("org.iochub.source-one.cfg"), """
                # Agreed with the department.
                adapter = field-reports
                tenant = quang-ngai
                url = ${env:REPORTS_URL}
                password = env:REPORTS_PASSWORD
                """);
        files = new SourceFiles(
                etc,
                id -> id.equals("one")
                        ? Optional.of(new SourceConfig("one", "org.iochub.source-one.cfg", NOW))
                        : Optional.empty(),
                config -> config.values().getOrDefault("url", "").isEmpty()
                        ? new Plan.Wrong(List.of(Fault.of("missing-setting", "url", "Thiếu url.", "No url.")))
                        : new Plan.NoAdapter("field-reports"),
                id -> Optional.empty());
    }

    @Test
    void secretsAreNotShownAndStayWhenSentBackAsShown() throws IOException {
        Map<String, String> shown = files.get("one").orElseThrow().values();
        assertThat(shown)
                .containsEntry("tenant", "quang-ngai")
                .containsEntry("password", SourceConfiguration.HIDDEN)
                .containsEntry("url", SourceConfiguration.HIDDEN);

        Map<String, String> changed = new HashMap<>(shown);
        changed.put("tenant", "vinh-long");
        assertThat(files.change("one", changed)).isEmpty();
        assertThat(file).hasContent("""
                        # Agreed with the department.
                        adapter = field-reports
                        tenant = vinh-long
                        url = ${env:REPORTS_URL}
                        password = env:REPORTS_PASSWORD
                        """);
    }

    @Test
    void whatIsWrongIsSaidByKeyAndNothingIsWritten() throws IOException {
        String before = Files.readString(file);
        Map<String, String> values = new HashMap<>(NOW);
        values.put("url", " ");
        assertThat(files.change("one", values)).extracting(Fault::where).containsExactly("url");
        values.put("url", "https://elsewhere.example/${env:HUB_ADMIN_KEY}");
        values.put("tenant", "a\nadapter = other");
        assertThat(files.change("one", values)).extracting(Fault::where).containsExactlyInAnyOrder("url", "tenant");
        assertThat(file).hasContent(before);
        assertThat(etc).isDirectoryNotContaining("glob:**.part");
        assertThatThrownBy(() -> files.change("two", values)).isInstanceOf(FaultException.class);
    }

    @Test
    void checkingWritesNothing() throws IOException {
        String before = Files.readString(file);
        Map<String, String> values = new HashMap<>(NOW);
        values.put("tenant", "vinh-long");
        assertThat(files.check("one", values)).isEmpty();
        assertThat(file).hasContent(before);
    }
}
