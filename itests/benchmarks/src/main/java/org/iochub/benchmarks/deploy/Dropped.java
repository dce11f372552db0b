package org.iochub.benchmarks.deploy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * What is dropped.
 *
 * @param title for people
 * @param file its name in the deploy folder
 * @param instance whose state shows that it runs
 */
record Dropped(String title, String file, String instance, Content content) {
    private static final String SOURCE = """
            source: bench-reports
            version: %s
            sector: citizen-reports
            title: { vi: Phản ánh đo thử, en: Benchmark reports }
            description: { vi: Nguồn gửi vào để đo việc triển khai., en: A push source to measure deploying with. }
            versionKey: { vi: thứ tự đến, en: order of arrival }
            freshness: 1d
            from: { push: {} }
            format: { ndjson: {} }
            map:
              - type: citizen-report
                fields:
                  reportCode: ma
                  kind: { constant: field }
                  serviceCode: { constant: do }
                  status: { constant: received }
                  sourceStatus: { constant: moi }
                  requestedAt: date(gui, 'dd/MM/yyyy HH:mm')
            instance:
              id: bench-reports
              tenant: quang-ngai
            """;

    /** The file's content in a version. */
    interface Content {
        byte[] of(String version) throws IOException;
    }

    /** An adapter's bundle; the hub needs an instance {@code bench-media} of it. */
    static Dropped adapter() {
        return new Dropped("Java adapter", "online-media.jar", "bench-media", version -> jar(version));
    }

    static Dropped source() {
        return new Dropped(
                "declarative source",
                "bench-reports.yaml",
                "bench-reports",
                version -> SOURCE.formatted(version).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] jar(String version) throws IOException {
        Path jar = Path.of(System.getProperty("hub.home", ""), "itests/benchmarks/target/dropped/online-media.jar");
        if (!Files.exists(jar)) {
            throw new IOException("not built: " + jar);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarFile in = new JarFile(jar.toFile())) {
            Manifest manifest = new Manifest(in.getManifest());
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
                for (JarEntry entry : Collections.list(in.entries())) {
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        out.putNextEntry(new ZipEntry(entry.getName()));
                        in.getInputStream(entry).transferTo(out);
                        out.closeEntry();
                    }
                }
            }
        }
        return bytes.toByteArray();
    }
}
