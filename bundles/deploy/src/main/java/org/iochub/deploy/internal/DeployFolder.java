package org.iochub.deploy.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks into the deploy folder and brings each file before the gate once nobody writes it any more. */
final class DeployFolder {
    private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);
    /** An archive without an end that does not grow for so long is broken, not under way. */
    private static final Duration BROKEN_AFTER = Duration.ofSeconds(5);

    /** Karaf lays one there. */
    private static final String README = "README";

    private final Path folder;
    private final Registry registry;
    private final Gate gate;
    private final Clock clock;
    private final Map<String, Sighting> unjudged = new HashMap<>();
    /** Refused before this start with nothing running in their stead: the hub may have what they need by now. */
    private final Set<String> askedAnew;

    private Set<String> missedBefore = Set.of();

    private record Sighting(Look look, Instant since) {}

    DeployFolder(Path folder, Registry registry, Gate gate, Clock clock) {
        this.folder = folder;
        this.registry = registry;
        this.gate = gate;
        this.clock = clock;
        this.askedAnew = registry.verdicts().stream()
                .filter(verdict -> !verdict.accepted() && verdict.running().isEmpty())
                .map(Verdict::file)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Another compiler may say something else of the declarative sources that were refused. */
    void askSourcesAnew() {
        registry.verdicts().stream()
                .filter(verdict -> !verdict.accepted() && Opening.isSource(verdict.file()))
                .map(Verdict::file)
                .forEach(askedAnew::add);
    }

    /** One look. A file counts as whole, and as gone, when two looks in a row agree. */
    void look() throws IOException {
        List<String> files = files();
        for (String file : files) {
            try {
                consider(file);
            } catch (NoSuchFileException e) {
                LOG.debug("{} vanished while it was looked at", file);
            }
        }
        unjudged.keySet().retainAll(files);
        removeMissing(new HashSet<>(files));
    }

    /** Judges a file that is known to be whole. */
    Verdict judge(String file) throws IOException {
        unjudged.remove(file);
        askedAnew.remove(file);
        return gate.judge(file);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.equals(README))
                    .sorted()
                    .toList();
        }
    }

    private void consider(String file) throws IOException {
        Look now = Look.at(folder.resolve(file));
        boolean judged = registry.verdict(file)
                .filter(verdict -> verdict.look().equals(now))
                .isPresent();
        if (judged && !askedAnew.contains(file)) {
            unjudged.remove(file);
            return;
        }
        Optional<Sighting> before = Optional.ofNullable(unjudged.get(file))
                .filter(seen -> seen.look().equals(now));
        if (before.isEmpty()) {
            unjudged.put(file, new Sighting(now, clock.instant()));
        } else if (whole(file, before.get())) {
            judge(file);
        }
    }

    private boolean whole(String file, Sighting seen) throws IOException {
        boolean archive = file.endsWith(".jar") || file.endsWith(".kar");
        return !archive
                || Archive.hasEnd(folder.resolve(file))
                || seen.since().plus(BROKEN_AFTER).isBefore(clock.instant());
    }

    private void removeMissing(Set<String> present) throws IOException {
        Set<String> missing = new HashSet<>();
        for (Verdict verdict : registry.verdicts()) {
            if (present.contains(verdict.file())) {
                continue;
            }
            if (missedBefore.contains(verdict.file())) {
                gate.removed(verdict.file());
                judgeAnew(verdict);
            } else {
                missing.add(verdict.file());
            }
        }
        missedBefore = missing;
    }

    /** What was refused only because the file that is gone now was in the way gets another chance. */
    private void judgeAnew(Verdict gone) throws IOException {
        for (Verdict other : registry.verdicts()) {
            boolean sameName =
                    other.symbolicName().isPresent() && other.symbolicName().equals(gone.symbolicName());
            boolean sameIds = other.adapters().stream().anyMatch(gone.adapters()::contains);
            if (!other.accepted() && (sameName || sameIds) && Files.exists(folder.resolve(other.file()))) {
                judge(other.file());
            }
        }
    }
}
