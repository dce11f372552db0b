package org.iochub.conformance.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.iochub.conformance.Finding;
import org.iochub.conformance.Usage;
import org.iochub.conformance.adapter.Subject;
import org.iochub.conformance.adapter.Subjects;
import org.iochub.conformance.adapter.Unusable;

/** The pages {@code docs/sources/}: one for each adapter of the clone, and an index. */
public final class Catalogue {
    private static final String FOLDER = "docs/sources";
    private static final String INDEX = "README.md";

    private final Path home;
    private final Subjects subjects;

    /** @param home the clone */
    public Catalogue(Path home, Subjects subjects) {
        this.home = home;
        this.subjects = subjects;
    }

    /** Every folder of an adapter under {@code routes}, by name. */
    public static List<Path> adapters(Path home) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.list(home.resolve("routes"))) {
            for (Path folder : all.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(path -> path.getFileName().toString()))
                    .toList()) {
                if (Subjects.isAdapter(folder)) {
                    found.add(folder);
                }
            }
        }
        return found;
    }

    /** The pages as they should be, by file name. */
    public Map<String, String> pages() throws Exception {
        Map<String, String> pages = new TreeMap<>();
        IndexPage index = new IndexPage();
        for (Path folder : adapters(home)) {
            try (Subject subject = subjects.open(folder)) {
                AdapterPage page = new AdapterPage(subject, "routes/" + folder.getFileName());
                pages.put(subject.id() + ".md", page.text());
                index.add(subject);
            } catch (Unusable e) {
                Finding first = e.findings().get(0);
                throw Usage.of(
                        folder + ": " + first.where() + ": " + first.text().vi(),
                        folder + ": " + first.where() + ": " + first.text().en());
            }
        }
        pages.put(INDEX, index.text());
        return pages;
    }

    /** The pages as they are. */
    public Map<String, String> written() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        Path folder = home.resolve(FOLDER);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    pages.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return pages;
    }

    /**
     * Writes the pages anew and deletes those of adapters that are gone.
     *
     * @return the files that changed
     */
    public List<String> write() throws Exception {
        Map<String, String> pages = pages();
        Map<String, String> written = written();
        Path folder = Files.createDirectories(home.resolve(FOLDER));
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            if (!page.getValue().equals(written.get(page.getKey()))) {
                Files.writeString(folder.resolve(page.getKey()), page.getValue());
                changed.add(FOLDER + "/" + page.getKey());
            }
        }
        for (String file : written.keySet()) {
            if (!pages.containsKey(file)) {
                Files.delete(folder.resolve(file));
                changed.add(FOLDER + "/" + file);
            }
        }
        return changed;
    }
}
