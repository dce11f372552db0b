package org.iochub.alerts.internal.look;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.archive.Archive;
import org.iochub.core.archive.ArchivePage;
import org.iochub.core.archive.ArchiveQuery;
import org.iochub.core.archive.ArchiveUse;
import org.iochub.model.Fault;

/**
 * Walks through the archive's lists, a few pages at each look, source by source, and notes what cannot be read. Used by
 * one thread.
 */
final class ArchiveScan {
    private static final int PAGE = 1_000;
    private static final int PAGES = 5;
    private static final int MOST_DAMAGES = 1_000;
    private final Duration every;
    private final Map<String, List<Fault>> results = new HashMap<>();
    private final Deque<String> left = new ArrayDeque<>();
    private Optional<Instant> begun = Optional.empty();
    private Optional<String> place = Optional.empty();
    private List<Fault> found = new ArrayList<>();

    /** @param every how often a walk begins */
    ArchiveScan(Duration every) {
        this.every = every;
    }

    /** What was found by the last whole walk through each source. */
    Map<String, List<Fault>> look(Archive archive, Instant now) {
        if (left.isEmpty()
                && begun.filter(moment -> moment.plus(every).isAfter(now)).isEmpty()) {
            begun = Optional.of(now);
            archive.use().stream().map(ArchiveUse::source).sorted().forEach(left::add);
            results.keySet().retainAll(left);
        }
        for (int page = 0; page < PAGES && !left.isEmpty(); page++) {
            step(archive, left.getFirst());
        }
        return Map.copyOf(results);
    }

    private void step(Archive archive, String source) {
        ArchiveQuery all = ArchiveQuery.all(source, PAGE);
        ArchivePage page = archive.page(place.map(all::after).orElse(all));
        if (found.size() < MOST_DAMAGES) {
            found.addAll(page.damages());
        }
        place = page.next();
        if (place.isEmpty()) {
            results.put(source, List.copyOf(found));
            found = new ArrayList<>();
            left.removeFirst();
        }
    }
}
