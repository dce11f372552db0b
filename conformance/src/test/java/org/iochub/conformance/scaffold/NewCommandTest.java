package org.iochub.conformance.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.iochub.conformance.Usage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NewCommandTest {
    @TempDir
    private Path root;

    private Path home;
    private Path elsewhere;

    @BeforeEach
    void aClone() throws IOException {
        home = Files.createDirectories(root.resolve("clone"));
        elsewhere = Files.createDirectories(root.resolve("elsewhere"));
        Files.createDirectories(home.resolve("routes/taken"));
        // The versions are those of this build.
        Files.copy(Path.of("../pom.xml"), home.resolve("pom.xml"));
        Files.writeString(home.resolve("routes/pom.xml"), "  <modules>\n    <module>taken</module>\n  </modules>\n");
    }

    @Test
    void aDeclarativeSourceIsMadeWhereOneStands() throws IOException {
        run(elsewhere, "opening-hours");

        Path folder = elsewhere.resolve("opening-hours");
        assertThat(folder.resolve("opening-hours.yaml")).content().contains("source: opening-hours  ");
        assertThat(folder.resolve("fixtures/reports.ndjson")).exists();
        assertNoPlaceholders(folder);
    }

    @Test
    void withinTheCloneItIsMadeAmongTheRoutesAndTheBuildHearsOfAProject() throws IOException {
        run(home, "opening-hours", "--java");

        Path folder = home.resolve("routes/opening-hours");
        assertThat(folder.resolve("pom.xml")).content().contains("<artifactId>routes</artifactId>");
        assertThat(folder.resolve("src/main/java/org/iochub/routes/openinghours/internal/OpeningHoursAdapter.java"))
                .exists();
        assertThat(home.resolve("routes/pom.xml"))
                .content()
                .isEqualTo(
                        "  <modules>\n    <module>taken</module>\n    <module>opening-hours</module>\n  </modules>\n");
        assertNoPlaceholders(folder);
    }

    @Test
    void aProjectElsewhereStandsOnItsOwn() throws IOException {
        run(elsewhere, "opening-hours", "--java", "--into", "deep");

        Path folder = elsewhere.resolve("deep/opening-hours");
        assertThat(folder.resolve("pom.xml")).content().contains("<systemPath>").doesNotContain("<parent>");
        assertNoPlaceholders(folder);
    }

    @Test
    void nothingIsOverwrittenAndNoNameTakenTwice() throws IOException {
        run(elsewhere, "opening-hours");

        assertThatThrownBy(() -> run(elsewhere, "opening-hours")).isInstanceOf(Usage.class);
        assertThatThrownBy(() -> run(elsewhere, "taken")).isInstanceOf(Usage.class);
        assertThat(elsewhere.resolve("taken")).doesNotExist();
    }

    @Test
    void aNameThatIsNoneGetsTheNearest() {
        assertThatThrownBy(() -> run(elsewhere, "Giờ Mở Đường"))
                .isInstanceOfSatisfying(
                        Usage.class, usage -> assertThat(usage.text().en()).contains("gio-mo-duong"));
        assertThatThrownBy(() -> run(elsewhere, "../escape")).isInstanceOf(Usage.class);
        assertThatThrownBy(() -> run(elsewhere)).isInstanceOf(Usage.class);
    }

    private void run(Path current, String... arguments) throws IOException {
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        new NewCommand(home, current, out).run(List.of(arguments));
    }

    private static void assertNoPlaceholders(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(file).content().doesNotContainPattern("@[A-Za-z.:-]+@");
            }
        }
    }
}
