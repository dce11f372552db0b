package org.iochub.feed.internal.metrics;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.quarantine.Quarantined;

/** Refused records by source, stage and reason, counted since the hub started. */
final class QuarantineCounts {
    /** Whatever became of them since. */
    private static final QuarantineFilter REFUSED = QuarantineFilter.all().in(Optional.empty());

    private static final int PAGE = 1_000;
    private static final int MOST_PAGES = 50;

    record Cause(String source, String stage, String reason) implements Comparable<Cause> {
        @Override
        public int compareTo(Cause other) {
            return Comparator.comparing(Cause::source)
                    .thenComparing(Cause::stage)
                    .thenComparing(Cause::reason)
                    .compare(this, other);
        }
    }

    private final Quarantine quarantine;
    private final Instant since;
    private final Map<Cause, Long> counts = new TreeMap<>();
    private long counted;

    /** @param since what was refused before is not counted */
    QuarantineCounts(Quarantine quarantine, Instant since) {
        this.quarantine = quarantine;
        this.since = since;
    }

    /** The counts now; entries that came since the last call are read. */
    synchronized Map<Cause, Long> update() {
        long before = Long.MAX_VALUE;
        long newest = counted;
        for (int page = 0; page < MOST_PAGES; page++) {
            List<Quarantined> entries = quarantine.page(REFUSED, before, PAGE);
            for (Quarantined entry : entries) {
                if (entry.id() <= counted || entry.at().toInstant().isBefore(since)) {
                    counted = newest;
                    return new TreeMap<>(counts);
                }
                newest = Math.max(newest, entry.id());
                before = entry.id();
                counts.merge(
                        new Cause(entry.source(), entry.stage(), entry.fault().code()), 1L, Long::sum);
            }
            if (entries.size() < PAGE) {
                break;
            }
        }
        counted = newest;
        return new TreeMap<>(counts);
    }
}
