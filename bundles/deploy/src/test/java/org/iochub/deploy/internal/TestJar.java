package org.iochub.deploy.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds jars and KARs to drop. */
final class TestJar {
    private static final String DESCRIPTION = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="fixture">
              <implementation class="org.iochub.deploy.fixture.FixtureAdapter"/>
              <service><provide interface="org.iochub.api.SourceAdapter"/></service>
              %s
            </scr:component>
            """;

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Manifest manifest = new Manifest();

    /** A sound adapter. */
    static TestJar adapter(String symbolicName, String version, String id) {
        TestJar jar = new TestJar();
        jar.header("Bundle-ManifestVersion", "2")
                .header("Bundle-SymbolicName", symbolicName)
                .header("Bundle-Version", version)
                .header("Service-Component", "OSGI-INF/fixture.xml")
                .header(
                        "Import-Package",
                        "org.iochub.api;version=\"[1.0,2)\",org.iochub.model;version=\"[1.0,2)\","
                                + "org.iochub.model.record;version=\"[1.0,2)\",org.apache.camel,org.apache.camel.builder")
                .header(
                        "Require-Capability",
                        "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5.0))\","
                                + "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\"")
                .header("Provide-Capability", "osgi.service;objectClass:List<String>=\"org.iochub.api.SourceAdapter\"")
                .text("OSGI-INF/fixture.xml", DESCRIPTION.formatted(""))
                .text("fixture.properties", "id=" + id);
        jar.ownClass("FixtureAdapter").ownClass("FixtureAdapter$1").ownClass("FixtureSettings");
        return jar;
    }

    static TestJar empty() {
        return new TestJar();
    }

    TestJar header(String name, String value) {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue(name, value);
        return this;
    }

    /** The adapter waits for a service nobody has. */
    TestJar neverSatisfied() {
        return text(
                "OSGI-INF/fixture.xml",
                DESCRIPTION.formatted("<reference name=\"absent\" interface=\"java.util.concurrent.Callable\"/>"));
    }

    /** More properties of the fixture. */
    TestJar like(String line) {
        String before = new String(entries.get("fixture.properties"), StandardCharsets.UTF_8);
        return text("fixture.properties", before + "\n" + line);
    }

    TestJar text(String name, String content) {
        return bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    TestJar bytes(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    private TestJar ownClass(String name) {
        String path = "org/iochub/deploy/fixture/" + name + ".class";
        try (InputStream in = TestJar.class.getResourceAsStream("/" + path)) {
            return bytes(path, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            if (!manifest.getMainAttributes().isEmpty()) {
                zip.putNextEntry(entry("META-INF/MANIFEST.MF"));
                manifest.write(zip);
            }
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(entry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Of one time, so that the same jar has the same bytes whenever it is made. */
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        return entry;
    }

    Path in(Path folder, String name) throws IOException {
        return Files.write(folder.resolve(name), toBytes());
    }
}
