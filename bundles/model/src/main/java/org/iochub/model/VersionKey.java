package org.iochub.model;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * What decides which of two versions of a record is the newer one. A larger order is newer; without an order, the
 * version that arrives later wins. A source uses one kind of key for all versions of a record.
 *
 * @param order a revision number, or microseconds since 1970-01-01T00:00Z
 */
public record VersionKey(OptionalLong order) {
    private static final VersionKey ARRIVAL = new VersionKey(OptionalLong.empty());

    /** The source has no version of its own: order of arrival decides. */
    public static VersionKey arrival() {
        return ARRIVAL;
    }

    /** The source says when it last changed the record. */
    public static VersionKey at(Instant updated) {
        return new VersionKey(OptionalLong.of(
                Math.addExact(Math.multiplyExact(updated.getEpochSecond(), 1_000_000L), updated.getNano() / 1_000)));
    }

    /** The source counts its revisions. */
    public static VersionKey revision(long number) {
        return new VersionKey(OptionalLong.of(number));
    }
}
