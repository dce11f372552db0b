package org.iochub.deploy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdapterJarTest {
    @TempDir
    Path folder;

    private static TestJar sound() {
        return TestJar.adapter("org.example.a", "1.2.0", "a");
    }

    private void refused(TestJar jar, String vi, String en) throws IOException {
        refused(jar.in(folder, "x.jar"), vi, en);
    }

    private static void refused(Path file, String vi, String en) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> AdapterJar.read(file))
                .satisfies(refusal -> {
                    assertThat(refusal.reason().vi()).contains(vi);
                    assertThat(refusal.reason().en()).contains(en);
                });
    }

    @Test
    void aSoundAdapterIsRead() throws Exception {
        AdapterJar jar = AdapterJar.read(sound().in(folder, "a.jar"));
        assertThat(jar.symbolicName()).isEqualTo("org.example.a");
        assertThat(jar.version()).hasToString("1.2.0");
    }

    @Test
    void whatIsNoArchiveIsRefused() throws Exception {
        refused(Files.writeString(folder.resolve("x.jar"), "not a zip"), "ZIP", "ZIP");
        byte[] whole = sound().toBytes();
        refused(Files.write(folder.resolve("y.jar"), java.util.Arrays.copyOf(whole, whole.length / 2)), "ZIP", "ZIP");
        assertThat(Archive.hasEnd(folder.resolve("y.jar"))).isFalse();
        assertThat(Archive.hasEnd(sound().in(folder, "z.jar"))).isTrue();
    }

    @Test
    void damagedContentIsRefused() throws Exception {
        byte[] bytes = sound().toBytes();
        // Behind the local header and name of the first entry.
        for (int i = 60; i < 70; i++) {
            bytes[i] ^= 0x55;
        }
        Path file = Files.write(folder.resolve("x.jar"), bytes);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> AdapterJar.read(file));
    }

    @Test
    void pathsThatEscapeAreRefused() throws Exception {
        refused(sound().text("../../etc/passwd", "x"), "không an toàn", "unsafe path");
        refused(sound().text("/etc/passwd", "x"), "không an toàn", "unsafe path");
    }

    @Test
    void aBombIsRefused() throws Exception {
        byte[] zeros = new byte[48 << 20];
        TestJar jar = sound();
        for (int i = 0; i < 6; i++) {
            jar.bytes("bomb" + i, zeros);
        }
        refused(jar, "vượt quá 256 MB", "larger than 256 MB");
    }

    @Test
    void aJarThatIsNoBundleIsRefused() throws Exception {
        refused(TestJar.empty().text("a.txt", "x"), "MANIFEST.MF", "no OSGi bundle");
        refused(
                TestJar.empty().header("Main-Class", "a.B").text("a.txt", "x"),
                "Bundle-SymbolicName",
                "no OSGi bundle");
        refused(sound().header("Bundle-SymbolicName", "../evil"), "Bundle-SymbolicName", "Bundle-SymbolicName");
        refused(sound().header("Bundle-Version", "one"), "Bundle-Version", "not an OSGi version");
    }

    @Test
    void whatCouldDisturbOthersIsRefused() throws Exception {
        refused(sound().header("Export-Package", "org.example.a"), "Private-Package", "exports nothing");
        refused(sound().header("Fragment-Host", "org.iochub.core"), "mảnh", "fragment");
        refused(sound().header("Require-Bundle", "org.iochub.core"), "Import-Package", "Import-Package");
        refused(sound().header("DynamicImport-Package", "*"), "lúc đang chạy", "run time");
        refused(
                sound().header("Provide-Capability", "osgi.extender;osgi.extender=\"x\""),
                "osgi.service",
                "osgi.service");
    }

    @Test
    void importsBeyondTheApiAreRefusedByName() throws Exception {
        refused(
                sound().header("Import-Package", "org.iochub.api,org.iochub.core.store,com.hazelcast.map"),
                "org.iochub.core.store, com.hazelcast.map",
                "org.iochub.core.store, com.hazelcast.map");
        refused(sound().header("Import-Package", "org.iochub.apix"), "org.iochub.apix", "org.iochub.apix");
    }

    @Test
    void classesForANewerJavaAreRefused() throws Exception {
        byte[] newer = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 99};
        refused(sound().bytes("org/example/New.class", newer), "Java 55", "Java 55");
        // The part of a multi-release jar for a later Java is not used, so it does not matter.
        AdapterJar.read(sound().bytes("META-INF/versions/25/org/example/New.class", newer)
                .in(folder, "multi.jar"));
        refused(sound().text("org/example/Odd.class", "x"), "tệp lớp", "class file");
    }

    @Test
    void aBundleWithoutAnAdapterIsRefused() throws Exception {
        refused(sound().text("OSGI-INF/fixture.xml", "<component/>"), "SourceAdapter", "SourceAdapter");
        refused(sound().text("OSGI-INF/fixture.xml", "no xml"), "SourceAdapter", "SourceAdapter");
        refused(sound().header("Service-Component", ""), "SourceAdapter", "SourceAdapter");
        AdapterJar.read(sound().header("Service-Component", "OSGI-INF/*.xml").in(folder, "wild.jar"));
    }
}
