package org.iochub.deploy.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.osgi.framework.Constants;

/** An empty bundle that needs of the container what an adapter needs, under a name of its own. */
final class ProbeJar {
    private static final List<String> NEEDS = List.of(Constants.IMPORT_PACKAGE, Constants.REQUIRE_CAPABILITY);

    private ProbeJar() {}

    static InputStream of(AdapterJar jar) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest(jar)).close();
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    /** With the adapter's classes, but no component of it: nothing of it starts by itself. */
    static InputStream withClasses(AdapterJar jar, Path file) throws Refused, IOException {
        Manifest manifest = manifest(jar);
        jar.header(Constants.BUNDLE_CLASSPATH)
                .ifPresent(value -> manifest.getMainAttributes().putValue(Constants.BUNDLE_CLASSPATH, value));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Archive archive = Archive.open(file);
                JarOutputStream out = new JarOutputStream(bytes, manifest)) {
            for (ZipEntry entry : archive.entries()) {
                if (!entry.isDirectory() && !entry.getName().startsWith("META-INF/")) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(archive.bytes(entry));
                    out.closeEntry();
                }
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static Manifest manifest(AdapterJar jar) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(Constants.BUNDLE_SYMBOLICNAME, jar.symbolicName() + ".probe");
        main.putValue(Constants.BUNDLE_VERSION, jar.version().toString());
        NEEDS.forEach(name -> jar.header(name).ifPresent(value -> main.putValue(name, value)));
        return manifest;
    }
}
