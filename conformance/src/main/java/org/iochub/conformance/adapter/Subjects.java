package org.iochub.conformance.adapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.iochub.conformance.Usage;
import org.iochub.core.declarative.SourceCompiler;

/** Opens what an author names: a declarative source, a jar, or the folder of either. */
public final class Subjects {
    private final Optional<SourceCompiler> compiler;
    private final JarBuilder builder;

    /** @param builder makes the jar of a project that has none yet */
    public Subjects(Optional<SourceCompiler> compiler, JarBuilder builder) {
        this.compiler = compiler;
        this.builder = builder;
    }

    /** With the compiler on the class path. */
    public static Subjects found(JarBuilder builder) {
        return new Subjects(ServiceLoader.load(SourceCompiler.class).findFirst(), builder);
    }

    /** Makes the jar of a Maven project, or makes it again when its sources are newer. */
    @FunctionalInterface
    public interface JarBuilder {
        void build(Path project) throws IOException;
    }

    /**
     * @throws Usage when there is nothing of the kind
     * @throws Unusable when it is too broken to be examined
     */
    public Subject open(Path path) throws IOException, Unusable {
        if (Files.isDirectory(path)) {
            return Files.isRegularFile(path.resolve("pom.xml")) ? project(path) : declaredIn(path);
        }
        if (!Files.isRegularFile(path)) {
            throw Usage.of("Không có tệp hoặc thư mục " + path + ".", "There is no file or folder " + path + ".");
        }
        if (path.getFileName().toString().endsWith(".jar")) {
            return JavaAdapters.open(path, path, Optional.empty());
        }
        if (DeclaredAdapters.isYaml(path)) {
            return DeclaredAdapters.open(path, path, compiler());
        }
        throw Usage.of(
                path + " không phải tệp .yaml, tệp .jar hay thư mục của một bộ kết nối.",
                path + " is no .yaml file, no .jar file and no folder of an adapter.");
    }

    /** Whether a folder holds an adapter. */
    public static boolean isAdapter(Path folder) throws IOException {
        return Files.isRegularFile(folder.resolve("pom.xml")) && Files.isDirectory(folder.resolve("src"))
                || Files.isDirectory(folder)
                        && !Files.isRegularFile(folder.resolve("pom.xml"))
                        && DeclaredAdapters.in(folder).isPresent();
    }

    private Subject declaredIn(Path folder) throws IOException, Unusable {
        Path file = DeclaredAdapters.in(folder)
                .orElseThrow(() -> Usage.of(
                        "Thư mục " + folder + " không có pom.xml, cũng không có tệp " + folder.getFileName() + ".yaml.",
                        "The folder " + folder + " has neither a pom.xml nor a file " + folder.getFileName()
                                + ".yaml."));
        return DeclaredAdapters.open(folder, file, compiler());
    }

    private SourceCompiler compiler() {
        return compiler.orElseThrow(() -> Usage.of(
                "Bản dựng này không có trình biên dịch nguồn khai báo.",
                "This build has no compiler of declarative sources."));
    }

    private Subject project(Path folder) throws IOException, Unusable {
        if (jars(folder).isEmpty() || older(jars(folder).get(0), folder)) {
            builder.build(folder);
        }
        List<Path> jars = jars(folder);
        if (jars.size() != 1) {
            throw Usage.of(
                    "Thư mục " + folder + "/target phải có đúng một tệp .jar, đang có " + jars.size() + ".",
                    "The folder " + folder + "/target should have exactly one .jar, not " + jars.size() + ".");
        }
        return JavaAdapters.open(folder, jars.get(0), Optional.of(folder));
    }

    /** Whether something the jar is made of was changed after it. */
    private static boolean older(Path jar, Path folder) throws IOException {
        long made = Files.getLastModifiedTime(jar).toMillis();
        for (String part : List.of("pom.xml", "bnd.bnd", "src/main")) {
            Path root = folder.resolve(part);
            if (Files.exists(root)) {
                try (Stream<Path> all = Files.walk(root)) {
                    if (all.anyMatch(file -> file.toFile().lastModified() > made)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static List<Path> jars(Path folder) throws IOException {
        Path target = folder.resolve("target");
        if (!Files.isDirectory(target)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(target)) {
            return all.filter(file -> file.getFileName().toString().matches(".*(?<!-sources|-javadoc|-tests)\\.jar"))
                    .sorted()
                    .toList();
        }
    }
}
