package org.iochub.itests.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The files that {@code docs/tutorial} has its readers copy, put where it says. */
final class Tutorial {
    static final List<String> SOURCES = List.of("mau-phan-anh", "mau-co-so", "mau-quan-trac", "mau-co-quan");

    private final HubProcess hub;
    private final Path folder =
            Path.of(System.getProperty("hub.command")).getParent().resolve("docs/tutorial");

    Tutorial(HubProcess hub) {
        this.hub = hub;
    }

    void areas() throws IOException {
        Path etc = Files.createDirectories(hub.data().resolve("etc/areas"));
        for (String name : List.of("areas-97.csv", "successors-97.csv")) {
            put(folder.resolve("etc/areas").resolve(name), etc);
        }
    }

    void tenant() throws IOException {
        put(folder.resolve("etc/org.iochub.tenant-tinh-mau.cfg"), hub.data().resolve("etc"));
    }

    /** @param url where the stations' pages are served: the one thing that differs from the tutorial */
    void instances(String url) throws IOException {
        for (String name : List.of("co-so", "co-quan", "quan-trac")) {
            String file = "org.iochub.source-tinh-mau-" + name + ".cfg";
            String text = Files.readString(folder.resolve("etc").resolve(file));
            Path changed = Files.createTempDirectory("tutorial").resolve(file);
            put(
                    Files.writeString(changed, text.replace("http://127.0.0.1:8099", url)),
                    hub.data().resolve("etc"));
        }
    }

    Path source(String name) {
        return folder.resolve("sources").resolve(name).resolve(name + ".yaml");
    }

    Path wrong() {
        return folder.resolve("wrong/mau-quan-trac.yaml");
    }

    Path fixture(String source, String name) {
        return folder.resolve("sources").resolve(source).resolve("fixtures").resolve(name);
    }

    void inbox(String source, String name, String where) throws IOException {
        put(
                fixture(source, name),
                Files.createDirectories(hub.data().resolve("inbox/tinh-mau").resolve(where)));
    }

    /** Takes back every file but the lists of areas, which records go on to refer to. */
    void removeSources() throws IOException {
        for (String name : SOURCES) {
            Files.delete(hub.data().resolve("deploy").resolve(name + ".yaml"));
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(hub.data().resolve("etc"))) {
            files = all.filter(file -> file.getFileName().toString().contains("tinh-mau"))
                    .toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    void removeAreas() throws IOException {
        Files.delete(hub.data().resolve("etc/areas/areas-97.csv"));
        Files.delete(hub.data().resolve("etc/areas/successors-97.csv"));
    }

    /** As cp does, not at once. */
    private static void put(Path file, Path into) throws IOException {
        Files.copy(file, into.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
}
