package org.iochub.conformance.adapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.iochub.conformance.Finding;

/**
 * The folder {@code fixtures} of an adapter.
 *
 * @param cases by name
 * @param instance the keys of the instance that they are for
 * @param waivers the file of a Java adapter's waivers, where there is one
 * @param mistakes what is wrong with the folder itself
 */
public record Fixtures(
        List<Fixture> cases, Map<String, String> instance, Optional<byte[]> waivers, List<Finding> mistakes) {
    /** Where a jar has them. */
    public static final String IN_JAR = "IOCHUB-INF/fixtures/";

    private static final String INSTANCE = "instance.cfg";
    private static final long LARGEST = 16L << 20;

    public static Fixtures none() {
        return new Fixtures(List.of(), Map.of(), Optional.empty(), List.of());
    }

    static Fixtures in(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    if (Files.size(file) > LARGEST) {
                        throw new IOException(file + ": " + (LARGEST >> 20) + " MiB at most");
                    }
                    files.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        }
        return of(files);
    }

    static Fixtures inJar(Path jar) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (JarFile zip = new JarFile(jar.toFile())) {
            for (JarEntry entry : zip.stream().toList()) {
                String name = entry.getName();
                if (name.startsWith(IN_JAR) && !entry.isDirectory()) {
                    files.put(
                            name.substring(IN_JAR.length()),
                            zip.getInputStream(entry).readNBytes((int) LARGEST));
                }
            }
        }
        return of(files);
    }

    private static Fixtures of(Map<String, byte[]> files) throws IOException {
        List<Fixture> cases = new ArrayList<>();
        List<Finding> mistakes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String file : files.keySet()) {
            if (raw(file) && !names.add(caseOf(file))) {
                mistakes.add(Finding.of(
                        "fixtures/" + file,
                        "Hai tệp cùng tên mẫu «" + caseOf(file) + "»; hãy đổi tên một tệp.",
                        "Two files are the case \"" + caseOf(file) + "\"; rename one of them."));
            } else if (raw(file)) {
                cases.add(fixture(file, files));
            }
        }
        files.keySet().stream()
                .filter(file -> orphan(file, names))
                .map(file -> Finding.of(
                        "fixtures/" + file,
                        "Không có thông điệp gốc cho tệp này; hãy thêm tệp hoặc xóa nó.",
                        "There is no raw message to this file; add one or delete it."))
                .forEach(mistakes::add);
        Map<String, String> instance = files.containsKey(INSTANCE)
                ? PropertiesText.read("fixtures/" + INSTANCE, files.get(INSTANCE))
                : Map.of();
        return new Fixtures(
                List.copyOf(cases), instance, Optional.ofNullable(files.get(Waivers.JAVA_FILE)), List.copyOf(mistakes));
    }

    private static Fixture fixture(String file, Map<String, byte[]> files) throws IOException {
        String name = caseOf(file);
        byte[] attributes = files.getOrDefault(name + Fixture.ATTRIBUTES, new byte[0]);
        return new Fixture(
                name,
                file,
                files.get(file),
                PropertiesText.read("fixtures/" + name + Fixture.ATTRIBUTES, attributes),
                Optional.ofNullable(files.get(name + Fixture.EXPECTED)));
    }

    private static boolean raw(String file) {
        return !file.endsWith(Fixture.EXPECTED)
                && !file.endsWith(Fixture.ATTRIBUTES)
                && !file.equals(INSTANCE)
                && !file.equals(Waivers.JAVA_FILE)
                && !file.startsWith(".");
    }

    private static boolean orphan(String file, Set<String> names) {
        return file.endsWith(Fixture.EXPECTED) && !names.contains(cut(file, Fixture.EXPECTED))
                || file.endsWith(Fixture.ATTRIBUTES) && !names.contains(cut(file, Fixture.ATTRIBUTES));
    }

    private static String cut(String file, String end) {
        return file.substring(0, file.length() - end.length());
    }

    private static String caseOf(String file) {
        int dot = file.lastIndexOf('.');
        return dot <= 0 ? file : file.substring(0, dot);
    }
}
