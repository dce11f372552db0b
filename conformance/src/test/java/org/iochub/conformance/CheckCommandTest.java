package org.iochub.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.iochub.conformance.adapter.Subjects;
import org.iochub.conformance.check.AllChecks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckCommandTest {
    @TempDir
    private Path folder;

    private Path yaml;

    @BeforeEach
    void aSource() throws IOException {
        yaml = write("sample.yaml", "source: sample\n");
        write("fixtures/now.txt", "A1;open;2026-03-01T09:00:00;x\nA2;open;2026-03-01T09:00:00;x\n");
        write("fixtures/older.txt", "A1;open;2026-03-01T08:00:00;x\n");
        write(
                "README.md",
                "## What it is\n## Source and format\n## Settings\n`word`\n## Records and how each field is filled\n"
                        + "## Identity, version, checkpoint\n## Traps\n## Trying it\n");
    }

    @Test
    void acceptedFixturesPassAndSayWhatWasAccepted() throws Exception {
        assertThat(run(yaml.toString()).code()).isEqualTo(1);

        assertThat(run(yaml.toString(), "--accept").code()).isZero();
        assertThat(folder.resolve("fixtures/older.expected.json"))
                .content()
                .contains("\"op\" : \"upsert\"", "\"version\" : 1772326800000000", "\"reportCode\" : \"A1\"");
        assertThat(run(yaml.toString()).code()).isZero();
    }

    @Test
    void aReportIsWrittenWhateverTheResult() throws Exception {
        Path page = folder.resolve("report.html");

        Ran ran = run(yaml.toString(), "--json", "--report", page.toString());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).startsWith("{").contains("\"passed\" : false");
        assertThat(page).content().startsWith("<!DOCTYPE html>").contains("now.txt");
    }

    @Test
    void aFileThatDoesNotCompileFailsWithItsMistakes() throws Exception {
        write("sample.yaml", "mistake\n");

        Ran ran = run(yaml.toString(), "--lang", "en");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("✗ descriptor").contains("sample.yaml:3:7 map[0].type: Wrong.");
    }

    @Test
    void keysThatDoNotBindAreNamed() throws Exception {
        write("fixtures/instance.cfg", "wrd = x\n");

        Ran ran = run(yaml.toString(), "--lang", "en");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains("✗ settings")
                .contains("fixtures/instance.cfg wrd:")
                .contains("«word»");
    }

    @Test
    void optionsThatAreNoneAreMistakesOfUse() {
        assertThatThrownBy(() -> run(yaml.toString(), "--jsn"))
                .isInstanceOfSatisfying(
                        Usage.class, usage -> assertThat(usage.text().en()).contains("--json"));
        assertThatThrownBy(() -> run()).isInstanceOf(Usage.class);
        assertThatThrownBy(() -> run(yaml.toString(), "--report")).isInstanceOf(Usage.class);
        assertThatThrownBy(() -> run(yaml.toString(), "--lang", "fr")).isInstanceOf(Usage.class);
        assertThatThrownBy(() -> run(yaml.toString(), "--areas")).isInstanceOf(Usage.class);
    }

    @Test
    void theDocumentationNamesEveryCheck() throws IOException {
        String page = Files.readString(Path.of("../docs/checking-adapters.md"));

        assertThat(AllChecks.inOrder()).allSatisfy(check -> assertThat(page).contains("| `" + check.id() + "` |"));
    }

    private record Ran(int code, String out) {}

    private static Ran run(String... arguments) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Subjects subjects = new Subjects(Optional.of(new FakeCompiler()), project -> {
            throw new IOException("nothing to build here");
        });
        int code = new CheckCommand(subjects, new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .run(Options.parse(List.of(arguments)));
        return new Ran(code, bytes.toString(StandardCharsets.UTF_8));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
