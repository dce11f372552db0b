package org.iochub.core.quality;

import java.util.Map;

/**
 * What was counted of an authority's day, source and type.
 *
 * @param definition the version of the type's definition that it was counted by
 * @param counts by name; none is negative
 * @param changed the step with which it last changed
 */
public record DayTally(String tenant, DayKey key, String definition, Map<String, Long> counts, long changed) {
    public DayTally {
        counts = Map.copyOf(counts);
    }

    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }
}
