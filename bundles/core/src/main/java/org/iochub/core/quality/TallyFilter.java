package org.iochub.core.quality;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which tallies are wanted; an empty {@code Optional} does not restrict.
 *
 * @param from the first day
 * @param to the last day
 * @param changedAfter only those that changed with a later step
 */
public record TallyFilter(
        Optional<String> tenant,
        Optional<String> source,
        Optional<String> type,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        long changedAfter) {
    public static TallyFilter all() {
        return new TallyFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), -1);
    }

    public static TallyFilter of(String tenant) {
        return new TallyFilter(
                Optional.of(tenant), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), -1);
    }

    public TallyFilter on(LocalDate first, LocalDate last) {
        return new TallyFilter(tenant, source, type, Optional.of(first), Optional.of(last), changedAfter);
    }

    public TallyFilter of(String ofSource, String ofType) {
        return new TallyFilter(tenant, Optional.of(ofSource), Optional.of(ofType), from, to, changedAfter);
    }

    public TallyFilter changedAfter(long step) {
        return new TallyFilter(tenant, source, type, from, to, step);
    }
}
