package org.iochub.itests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.iochub.conformance.Kit;
import org.iochub.conformance.ProjectBuilder;
import org.iochub.conformance.Report;
import org.iochub.conformance.adapter.Subject;
import org.iochub.conformance.adapter.Subjects;
import org.iochub.conformance.report.TextOutput;
import org.iochub.conformance.scaffold.NewCommand;
import org.iochub.core.declarative.SourceCompiler;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./hub new} makes passes {@code ./hub check} as it is. */
final class ScaffoldTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(600)
    void aNewProjectPassesAsGenerated() throws Exception {
        passes("opening-hours", "--java");
    }

    @Test
    void aNewDeclarativeSourcePassesAsGenerated() throws Exception {
        Assumptions.assumeTrue(
                ServiceLoader.load(SourceCompiler.class).findFirst().isPresent(), "no compiler in this build");
        passes("opening-hours");
    }

    private void passes(String... arguments) throws Exception {
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        new NewCommand(Clone.HOME, folder, out).run(List.of(arguments));
        Subjects subjects = Subjects.found(new ProjectBuilder(Clone.HOME, true));
        try (Subject subject = subjects.open(folder.resolve(arguments[0]))) {
            Report report = new Kit().examine(subject);
            assertThat(report.passed())
                    .as(new TextOutput(Optional.empty()).of(report))
                    .isTrue();
            assertThat(subject.version()).isEqualTo("1.0.0");
        }
    }
}
