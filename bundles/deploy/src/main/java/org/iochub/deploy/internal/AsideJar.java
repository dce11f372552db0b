package org.iochub.deploy.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.osgi.framework.Constants;

/** An adapter's bundle under another symbolic name, so that it can stand beside the same version of itself. */
final class AsideJar {
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");

    private AsideJar() {}

    static void write(Path adapter, String symbolicName, Path to) throws Refused, IOException {
        try (Archive archive = Archive.open(adapter);
                OutputStream file = Files.newOutputStream(to)) {
            ZipEntry described = archive.entries().stream()
                    .filter(entry -> entry.getName().equalsIgnoreCase(JarFile.MANIFEST_NAME))
                    .findFirst()
                    .orElseThrow();
            Manifest manifest = new Manifest(archive.stream(described));
            manifest.getMainAttributes().putValue(Constants.BUNDLE_SYMBOLICNAME, symbolicName);
            manifest.getEntries().clear();
            try (JarOutputStream out = new JarOutputStream(file, manifest)) {
                for (ZipEntry entry : archive.entries()) {
                    if (stays(entry)) {
                        out.putNextEntry(new ZipEntry(entry.getName()));
                        archive.stream(entry).transferTo(out);
                        out.closeEntry();
                    }
                }
            }
        }
    }

    /** Signatures are over the manifest as it was. */
    private static boolean stays(ZipEntry entry) {
        String name = entry.getName().toUpperCase(Locale.ROOT);
        return !name.equals(JarFile.MANIFEST_NAME) && !SIGNATURE.matcher(name).matches();
    }
}
