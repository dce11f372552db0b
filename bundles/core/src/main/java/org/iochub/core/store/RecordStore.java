package org.iochub.core.store;

import java.util.concurrent.CompletableFuture;
import org.iochub.api.Delivered;

/** Takes prepared changes. Safe for any number of threads; one instance's batches are submitted in order. */
public interface RecordStore {
    /** {@link #resume} of a message that was taken completely. */
    long TAKEN = Long.MAX_VALUE;

    /**
     * How many changes of this message are durable already: 0 for a new one, {@link #TAKEN} for one not to be taken
     * again.
     */
    long resume(MessageRef message);

    /**
     * Queues a batch. The future completes when the batch is on disk, exceptionally when it could not be taken; after a
     * failure the batches of the same message that follow fail too. Waits when the instance has too many batches under way, so that a
     * source faster than the store is slowed down and others are not.
     *
     * @throws InterruptedException when the caller is interrupted while it waits; the batch is then not queued
     */
    CompletableFuture<Delivered> submit(Batch batch) throws InterruptedException;

    /**
     * Takes over an instance for this hub: every batch with an earlier token is refused from now on.
     *
     * @param owner this node's name
     * @return the fencing token for {@link Batch#fence()}
     */
    long takeOver(String source, String owner);
}
