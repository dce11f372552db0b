package org.iochub.core.pipeline.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.iochub.api.Delivered;
import org.iochub.core.store.Batch;
import org.iochub.core.store.RecordStore;

/** The batches of one message that are under way. Used by one thread. */
final class Submissions {
    private static final long TIMEOUT_SECONDS = 120;
    private final RecordStore store;
    private final Deque<CompletableFuture<Delivered>> underWay = new ArrayDeque<>();
    private Delivered sum = new Delivered(0, 0, 0, 0, 0);

    Submissions(RecordStore store) {
        this.store = store;
    }

    /** Hands a batch over; what was refused before surfaces here, so that a long message stops early. */
    void submit(Batch batch) throws InterruptedException {
        while (!underWay.isEmpty() && underWay.peekFirst().isDone()) {
            collect();
        }
        underWay.addLast(store.submit(batch));
    }

    /** Waits until every batch is on disk. */
    Delivered await() throws InterruptedException {
        while (!underWay.isEmpty()) {
            collect();
        }
        return sum;
    }

    private void collect() throws InterruptedException {
        try {
            sum = sum.plus(underWay.removeFirst().get(TIMEOUT_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            throw new StoreRefusal(e.getCause());
        } catch (TimeoutException e) {
            throw new StoreRefusal(e);
        }
    }
}
