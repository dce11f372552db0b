package org.iochub.core.report;

import java.time.Instant;
import java.util.List;

/** Counts what the log took. Safe for any number of threads. */
public interface Arrivals {
    /**
     * Versions recorded within a period, by authority, source and record type.
     *
     * @param from recorded at or after this
     * @param until recorded before this
     * @throws org.iochub.model.FaultException {@code store-down}
     */
    List<Arrival> between(Instant from, Instant until);

    /** @param upserts new and changed records @param deletes records that went */
    record Arrival(String tenant, String source, String type, long upserts, long deletes) {}
}
