package org.iochub.core.erasure;

import java.util.Optional;
import org.iochub.model.RecordId;

/** Erases records, for good. Safe for any number of threads. */
public interface Erasures {
    /** The reason of the deletes that consumers get. */
    String REASON = "erasure";

    /**
     * Empties every version of a record, adds a delete that says it was erased and not what, and removes what waits for the
     * record. What the source sends again later is taken again.
     *
     * @return what was removed, once it is on disk; empty when there never was such a record
     */
    Optional<ErasureReport> erase(String type, RecordId id);
}
