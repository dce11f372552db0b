package org.iochub.itests;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes the files that tests drop out of a real adapter's jar. */
final class Jars {
    private Jars() {}

    /** A copy whose manifest says something else. */
    static Path rewritten(Path jar, Path copy, Map<String, String> headers) throws IOException {
        try (JarFile in = new JarFile(jar.toFile())) {
            Manifest manifest = new Manifest(in.getManifest());
            Attributes main = manifest.getMainAttributes();
            headers.forEach(main::putValue);
            try (OutputStream file = Files.newOutputStream(copy);
                    JarOutputStream out = new JarOutputStream(file, manifest)) {
                for (JarEntry entry : java.util.Collections.list(in.entries())) {
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        out.putNextEntry(new ZipEntry(entry.getName()));
                        in.getInputStream(entry).transferTo(out);
                        out.closeEntry();
                    }
                }
            }
        }
        return copy;
    }

    /** An archive that holds one adapter and a feature that names it. */
    static Path kar(Path jar, Path kar, String version) throws IOException {
        String feature = "<features name=\"online-media\" xmlns=\"http://karaf.apache.org/xmlns/features/v1.6.0\">"
                + "<feature name=\"online-media\" version=\"" + version + "\">"
                + "<bundle>mvn:org.iochub/online-media/" + version + "</bundle></feature></features>";
        try (OutputStream file = Files.newOutputStream(kar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            put(out, "META-INF/KARAF.MF", "Manifest-Version: 1.0\n".getBytes());
            String repository = "repository/org/iochub/online-media/" + version + "/";
            put(out, repository + "online-media-" + version + "-features.xml", feature.getBytes());
            put(out, repository + "online-media-" + version + ".jar", Files.readAllBytes(jar));
        }
        return kar;
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
