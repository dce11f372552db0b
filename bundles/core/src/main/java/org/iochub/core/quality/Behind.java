package org.iochub.core.quality;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A page of what is behind a figure.
 *
 * @param next where the next page begins; empty at the end. A page may be empty and have a next one
 */
public record Behind(List<Item> items, Optional<String> next) {
    public Behind {
        items = List.copyOf(items);
    }

    /** What an item is. */
    public enum Kind {
        /** A version of a record: {@code id} is the record's. */
        RECORD,
        /** A refused record: {@code id} is the entry's in the quarantine. */
        QUARANTINE,
        /** A unit: {@code id} is its code. */
        UNIT,
        /** A span of the day: {@code id} is when it began. */
        SPAN
    }

    /**
     * One of those looked at.
     *
     * @param good whether it counts in the numerator
     * @param at when the hub recorded or refused it
     * @param why codes, and names of fields that are empty; never values
     */
    public record Item(
            Kind kind, String type, String id, boolean good, Optional<OffsetDateTime> at, List<String> why) {}
}
