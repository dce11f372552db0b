package org.iochub.core.records;

import java.util.List;
import java.util.Optional;

/** From a raw message to what it became. Safe for any number of threads. */
public interface MessageRecords {
    /**
     * The versions that a message brought, all its arrivals together, in the order in which they were written. What it
     * repeated without change made no version.
     *
     * @param message the source's name for it, or its digest, as in {@link StoredVersion#message()}
     * @param after the version that ended the page before; empty for the first page
     */
    List<StoredVersion> of(String source, String message, Optional<String> after, int limit);
}
