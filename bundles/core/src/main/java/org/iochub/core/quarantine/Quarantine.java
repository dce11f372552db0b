package org.iochub.core.quarantine;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Reads the quarantine. Safe for any number of threads. */
public interface Quarantine {
    /**
     * Newest first.
     *
     * @param before only ids smaller than this; {@code Long.MAX_VALUE} for the first page
     */
    List<Quarantined> page(QuarantineFilter filter, long before, int limit);

    Optional<Quarantined> get(long id);

    /** The raw form, decompressed; empty when it is not kept. To be closed by the caller. */
    Optional<InputStream> raw(long id) throws IOException;

    long count(QuarantineFilter filter);

    /** By source, stage and reason, largest first. @param limit at most so many groups */
    List<QuarantineGroup> groups(QuarantineFilter filter, int limit);

    /** Patches that wait for their record. */
    long waitingPatches(String source);
}
