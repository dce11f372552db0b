package org.iochub.conformance.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.iochub.conformance.FakeCompiler;
import org.iochub.conformance.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SubjectsTest {
    @TempDir
    private Path folder;

    private final Subjects subjects = new Subjects(Optional.of(new FakeCompiler()), project -> {
        throw new IOException("nothing to build here");
    });

    @Test
    void aDeclarativeSourceBringsItsFixturesInstanceAndWaivers() throws Exception {
        Path file = write("sample.yaml", "source: sample\nwaivers:\n  - { check: ties, reason: Vì thế. }\n");
        write("fixtures/a.txt", "A1;open;2026-03-01T09:00:00;x\n");
        write("fixtures/a.expected.json", "[]");
        write("fixtures/a.attributes.properties", "name = tệp.txt\nX-Kind = 1\n");
        write("fixtures/instance.cfg", "word = c\n");
        write("fixtures/gone.expected.json", "[]");

        try (Subject subject = subjects.open(file)) {
            assertThat(subject.version()).isEqualTo("2.0.0");
            assertThat(subject.waivers().reason("ties")).contains("Vì thế.");
            assertThat(subject.instance()).containsEntry("word", "c").containsEntry("tenant", "duc-pho");
            assertThat(subject.fixtures().cases()).singleElement().satisfies(fixture -> {
                assertThat(fixture.name()).isEqualTo("a");
                assertThat(fixture.expected()).isPresent();
                assertThat(fixture.attributes()).containsEntry("name", "tệp.txt");
            });
            assertThat(subject.fixtures().mistakes())
                    .singleElement()
                    .satisfies(mistake -> assertThat(mistake.where()).isEqualTo("fixtures/gone.expected.json"));
        }
    }

    @Test
    void mistakesAreNamedByFileLineColumnAndKey() throws Exception {
        Path file = write("sample.yaml", "mistake\n");

        Unusable wrong = catchThrowableOfType(Unusable.class, () -> subjects.open(file));

        assertThat(wrong.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.where()).isEqualTo("sample.yaml:3:7 map[0].type"));
    }

    @Test
    void aJarLoadsItsAdapterAndFixtures() throws Exception {
        Path jar = jar("org.iochub.api", Visible.class);

        try (Subject subject = subjects.open(jar)) {
            assertThat(subject.id()).isEqualTo("visible");
            assertThat(subject.adapter().getClass().getClassLoader())
                    .isNotSameAs(getClass().getClassLoader());
            assertThat(subject.fixtures().cases()).extracting(Fixture::file).containsExactly("a.txt");
        }
    }

    @Test
    void anAdapterThatReachesIntoTheHubDoesNotLoad() throws Exception {
        Path jar = jar("org.iochub.core.settings", Reaching.class);

        Unusable wrong = catchThrowableOfType(Unusable.class, () -> subjects.open(jar));

        assertThat(wrong.check()).isEqualTo("imports");
        assertThat(wrong.findings().get(0).text().en()).contains("org/iochub/core/settings/Nearest");
    }

    @Test
    void whatIsNoAdapterIsAMistakeOfUse() throws Exception {
        Path text = write("notes.txt", "x");

        assertThatThrownBy(() -> subjects.open(text)).isInstanceOf(Usage.class);
        assertThatThrownBy(() -> subjects.open(folder.resolve("nothing"))).isInstanceOf(Usage.class);
        assertThatThrownBy(() -> subjects.open(folder)).isInstanceOf(Usage.class);
        assertThat(catchThrowableOfType(Unusable.class, () -> subjects.open(write("a.jar", "PK")))
                        .findings())
                .hasSize(1);
    }

    private Path jar(String imports, Class<?> adapter) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "test.adapter");
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Import-Package", imports);
        main.putValue("Service-Component", "OSGI-INF/a.xml");
        Path jar = folder.resolve("adapter.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            put(
                    out,
                    "OSGI-INF/a.xml",
                    ("<c xmlns:scr='x'><service><provide interface='org.iochub.api.SourceAdapter'/>"
                                    + "</service><implementation class='" + adapter.getName() + "'/></c>")
                            .getBytes(StandardCharsets.UTF_8));
            for (Class<?> one : List.of(adapter, Visible.Keys.class)) {
                String name = one.getName().replace('.', '/') + ".class";
                try (InputStream in = one.getClassLoader().getResourceAsStream(name)) {
                    put(out, name, in.readAllBytes());
                }
            }
            put(out, "IOCHUB-INF/fixtures/a.txt", "x".getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
