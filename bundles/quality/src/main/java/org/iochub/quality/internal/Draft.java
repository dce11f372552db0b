package org.iochub.quality.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.iochub.core.quality.DayKey;
import org.iochub.core.quality.DayTally;

/** A tally in the making. */
final class Draft {
    private final DayKey key;
    private final Map<String, Long> counts;
    private final Map<String, Long> before;
    private final String definition;

    Draft(DayTally tally, String definition) {
        this.key = tally.key();
        this.before = tally.counts();
        this.counts = new HashMap<>(before);
        this.definition = definition;
    }

    void add(String name, long number) {
        counts.merge(name, number, Long::sum);
    }

    void set(String name, long number) {
        counts.put(name, number);
    }

    /** Replaces some counts as a whole. */
    void replace(Set<String> names, Map<String, Long> with) {
        names.forEach(name -> {
            if (with.containsKey(name)) {
                counts.put(name, with.get(name));
            } else {
                counts.remove(name);
            }
        });
    }

    boolean changed() {
        return !counts.equals(before);
    }

    DayTally tally(String tenant, long step) {
        return new DayTally(tenant, key, definition, counts, step);
    }
}
