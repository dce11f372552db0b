package org.iochub.deploy.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iochub.core.declarative.SourceCompiler;
import org.iochub.core.deploy.Deployment;
import org.iochub.model.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The declarative sources of the distribution: they run like accepted ones, and only another distribution changes them. */
final class ShippedSources {
    static final String PREFIX = "sources/";
    private static final Logger LOG = LoggerFactory.getLogger(ShippedSources.class);

    private final Path folder;
    private final DeclaredAdapters declared;
    private final Opening opening;
    private final Fit fit;
    private final Clock clock;
    private final Map<String, Outcome> outcomes = new TreeMap<>();
    private Optional<SourceCompiler> triedWith = Optional.empty();
    private volatile List<Deployment> shown = List.of();

    /** What became of one file. */
    private record Outcome(Deployment deployment, Optional<Accepted> running) {}

    ShippedSources(Path folder, DeclaredAdapters declared, Opening opening, Fit fit, Clock clock) {
        this.folder = folder;
        this.declared = declared;
        this.opening = opening;
        this.fit = fit;
        this.clock = clock;
    }

    /** Safe for any number of threads. */
    List<Deployment> list() {
        return shown;
    }

    /** Whether the distribution has any. Safe for any number of threads. */
    boolean present() {
        try {
            return !files().isEmpty();
        } catch (IOException e) {
            LOG.debug("{} cannot be read", folder, e);
            return false;
        }
    }

    /** The names of all files, whether they run or not. */
    List<String> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .filter(Opening::isSource)
                    .sorted()
                    .map(PREFIX::concat)
                    .toList();
        }
    }

    /** Runs what does not run yet. A file that is wrong is tried again with another compiler only. */
    void start() throws IOException {
        boolean again = !triedWith.equals(declared.currentCompiler());
        triedWith = declared.currentCompiler();
        for (String file : files()) {
            Optional<Outcome> before = Optional.ofNullable(outcomes.get(file));
            boolean runs =
                    before.flatMap(Outcome::running).filter(declared::runs).isPresent();
            if (!runs && (again || before.flatMap(Outcome::running).isPresent() || before.isEmpty())) {
                outcomes.put(file, start(file));
            }
        }
        shown = outcomes.values().stream().map(Outcome::deployment).collect(Collectors.toCollection(ArrayList::new));
    }

    private Outcome start(String file) throws IOException {
        Path path = folder.resolve(file.substring(PREFIX.length()));
        String sha256 = DurableFiles.digest(path);
        Instant now = clock.instant();
        try {
            Candidate.OfSource source = opening.source(file, path);
            fit.requireOwn(file, source);
            Accepted one = new Accepted(
                    source.name(), source.version().toString(), file, sha256, file, source.adapters(), false);
            declared.run(one, path);
            LOG.info("{}: the distribution's declarative source {} {} runs", file, one.plainName(), one.version());
            Text brings = Text.of(
                    "Thuộc bản cài đặt; bộ kết nối: " + one.plainName() + ".",
                    "Part of the distribution; adapters: " + one.plainName() + ".");
            return new Outcome(
                    new Deployment(
                            file,
                            true,
                            now,
                            true,
                            brings,
                            one.adapters(),
                            Optional.of(one.version()),
                            Optional.of(one.version()),
                            sha256),
                    Optional.of(one));
        } catch (Refused e) {
            LOG.error("{}: the distribution's declarative source does not run: {}", file, e.line());
            return new Outcome(
                    new Deployment(
                            file, true, now, false, e.reason(), List.of(), Optional.empty(), Optional.empty(), sha256),
                    Optional.empty());
        }
    }
}
