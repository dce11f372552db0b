package org.iochub.conformance.adapter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.iochub.api.SourceAdapter;
import org.iochub.conformance.Finding;
import org.iochub.deploy.internal.AdapterRules;
import org.iochub.model.Text;

/** Opens adapter bundles. */
final class JavaAdapters {
    private JavaAdapters() {}

    static Subject open(Path path, Path jar, Optional<Path> folder) throws IOException, Unusable {
        String file = jar.getFileName().toString();
        // A jar that is no bundle, or has no adapter, cannot be asked anything.
        Optional<String> implementation = readable(jar) ? ComponentClass.in(jar) : Optional.empty();
        if (implementation.isEmpty()) {
            Text why = AdapterRules.refusal(jar)
                    .orElse(Text.of(
                            "Không có mô tả thành phần trong OSGI-INF/.",
                            "There is no component description in OSGI-INF/."));
            throw new Unusable("imports", List.of(new Finding(file, why)));
        }
        Fixtures fixtures = folder.isPresent() ? Fixtures.in(folder.get().resolve("fixtures")) : Fixtures.inJar(jar);
        AdapterLoader loader = new AdapterLoader(jar);
        try {
            SourceAdapter<?> adapter = (SourceAdapter<?>) loader.loadClass(implementation.get())
                    .getDeclaredConstructor()
                    .newInstance();
            adapter.descriptor();
            return new Subject(
                    path,
                    Kind.JAVA,
                    adapter,
                    version(jar),
                    folder,
                    Optional.of(jar),
                    fixtures,
                    fixtures.instance(),
                    Waivers.ofProperties(fixtures.waivers()),
                    loader);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            loader.close();
            throw new Unusable("imports", List.of(notStarted(file, implementation.get(), cause(e))));
        }
    }

    private static boolean readable(Path jar) {
        try (JarFile zip = new JarFile(jar.toFile())) {
            return zip.getManifest() != null;
        } catch (IOException e) {
            return false;
        }
    }

    private static Throwable cause(Throwable e) {
        return e instanceof ReflectiveOperationException && e.getCause() != null ? e.getCause() : e;
    }

    private static Finding notStarted(String file, String implementation, Throwable why) {
        return Finding.of(
                file,
                "Không tạo được " + implementation + " (" + why
                        + "); lớp phải có hàm tạo công khai không tham số và chỉ"
                        + " dùng những gói mà bộ kết nối được thấy.",
                implementation + " could not be made (" + why + "); it needs a public constructor without parameters"
                        + " and may use only packages that an adapter sees.");
    }

    private static String version(Path jar) throws IOException {
        try (JarFile zip = new JarFile(jar.toFile())) {
            Manifest manifest = zip.getManifest();
            return Optional.ofNullable(manifest.getMainAttributes().getValue("Bundle-Version"))
                    .orElse("");
        }
    }
}
