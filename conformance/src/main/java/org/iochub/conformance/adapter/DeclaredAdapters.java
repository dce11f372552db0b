package org.iochub.conformance.adapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.conformance.Finding;
import org.iochub.core.declarative.Compiled;
import org.iochub.core.declarative.DeclaredSource;
import org.iochub.core.declarative.DefaultInstance;
import org.iochub.core.declarative.Mistake;
import org.iochub.core.declarative.SourceCompiler;

/** Opens declarative sources. */
final class DeclaredAdapters {
    private DeclaredAdapters() {}

    static Subject open(Path path, Path file, SourceCompiler compiler) throws IOException, Unusable {
        String name = file.getFileName().toString();
        byte[] yaml = Files.readAllBytes(file);
        Compiled compiled = compiler.compile(name, yaml);
        if (compiled instanceof Compiled.Wrong wrong) {
            throw new Unusable(
                    "descriptor",
                    wrong.mistakes().stream()
                            .map(mistake -> finding(name, mistake))
                            .toList());
        }
        DeclaredSource source = ((Compiled.Good) compiled).source();
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
        Fixtures fixtures = Fixtures.in(folder.resolve("fixtures"));
        return new Subject(
                path,
                Kind.YAML,
                source.adapter(),
                source.version(),
                Optional.of(folder),
                Optional.empty(),
                fixtures,
                instance(source, fixtures),
                Waivers.ofYaml(name, yaml),
                () -> {});
    }

    /** The fixtures' own instance counts more, key by key, than the one in the file. */
    private static Map<String, String> instance(DeclaredSource source, Fixtures fixtures) {
        Map<String, String> values =
                new HashMap<>(source.instance().map(DefaultInstance::values).orElse(Map.of()));
        values.putAll(fixtures.instance());
        return Map.copyOf(values);
    }

    private static Finding finding(String file, Mistake mistake) {
        String place = file + ":" + mistake.line() + ":" + mistake.column()
                + (mistake.key().isEmpty() ? "" : " " + mistake.key());
        return new Finding(place, mistake.text());
    }

    /** The file of a declarative source in its folder: the one named as the folder, else the only one there is. */
    static Optional<Path> in(Path folder) throws IOException {
        String name = folder.toRealPath().getFileName().toString();
        for (String end : List.of(".yaml", ".yml")) {
            Path file = folder.resolve(name + end);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        try (var all = Files.list(folder)) {
            List<Path> files = all.filter(DeclaredAdapters::isYaml).toList();
            return files.size() == 1 ? Optional.of(files.get(0)) : Optional.empty();
        }
    }

    static boolean isYaml(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }
}
