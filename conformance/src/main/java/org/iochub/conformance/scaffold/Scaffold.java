package org.iochub.conformance.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The files of a new adapter, as they are written. */
final class Scaffold {
    private static final List<String> FIXTURES = List.of(
            "reports.ndjson",
            "reports.expected.json",
            "older.ndjson",
            "older.expected.json",
            "poison.ndjson",
            "poison.expected.json",
            "instance.cfg");

    private final String name;
    private final Path home;
    private final Map<String, String> words;

    /** @param schema where the schema of declarative sources stands, as seen from the new folder */
    Scaffold(String name, Path home, String schema) {
        this.name = name;
        this.home = home;
        this.words = Map.of(
                "@name@", name,
                "@Class@", pascal(name),
                "@package@", name.replace("-", ""),
                "@schema@", schema,
                "@sdk@", home.resolve("conformance/target/sdk").toString());
    }

    /** By path within the folder. */
    Map<String, String> declarative() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(name + ".yaml", read("yaml/source.yaml"));
        both(files, "yaml/settings.md");
        return files;
    }

    /** @param inside the project stands among the hub's own */
    Map<String, String> java(boolean inside) throws IOException {
        Versions versions = new Versions(home);
        String source = "src/main/java/org/iochub/routes/" + name.replace("-", "") + "/internal/" + pascal(name);
        String test = source.replace("src/main", "src/test");
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "pom.xml",
                inside
                        ? read("java/pom-inside.xml")
                        : versions.fill(read("java/pom.xml").replace("@hub@", versions.hub())));
        files.put("bnd.bnd", read("java/bnd.bnd"));
        files.put("src/main/cfg/org.iochub.source-example.cfg", read("java/example.cfg"));
        for (String part : List.of("Adapter", "Settings", "Normalizer")) {
            files.put(source + part + ".java", read("java/" + part + ".java"));
        }
        for (String part : List.of("AdapterTest", "NormalizerTest")) {
            files.put(test + part + ".java", read("java/" + part + ".java"));
        }
        both(files, "java/settings.md");
        return files;
    }

    private void both(Map<String, String> files, String settings) throws IOException {
        files.put("README.md", read("both/README.md").replace("@settings@\n", read(settings)));
        for (String fixture : FIXTURES) {
            files.put("fixtures/" + fixture, read("both/" + fixture));
        }
    }

    private String read(String template) throws IOException {
        try (InputStream in = Scaffold.class.getResourceAsStream(template)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> word : words.entrySet()) {
                text = text.replace(word.getKey(), word.getValue());
            }
            return text;
        }
    }

    /** Writes the files; the folder is new. */
    static void write(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static String pascal(String name) {
        return Arrays.stream(name.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
