package org.iochub.core.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iochub.model.RecordId;

/**
 * The store's part of an erasure. In the transaction that empties a record it notes the raw messages that brought it, so
 * that those are removed elsewhere even if the hub ends in between. Safe for any number of threads.
 */
public interface ErasureStore {
    /** As {@link Erasures#erase}, of everything the store has. */
    Optional<ErasureReport> erase(String type, RecordId id);

    /** Messages to be removed wherever they lie, in order; those with a greater number than this. */
    List<ErasedMessage> after(long number, int limit);

    /** When the raw form of a message was erased; empty when it never was. */
    Optional<Instant> erased(String source, String message);
}
