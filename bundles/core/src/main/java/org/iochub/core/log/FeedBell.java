package org.iochub.core.log;

import java.time.Duration;
import java.util.function.LongConsumer;

/**
 * Tells readers that the log has grown, on this node and others. A hint: a lost ring costs a reader at most its polling
 * interval, never a record.
 */
public interface FeedBell {
    /** Called by the store when positions up to this one are on disk. */
    void ring(long position);

    /** The greatest position heard of. */
    long heard();

    /**
     * Waits until a position beyond {@code after} was heard of.
     *
     * @return whether one was
     */
    boolean await(long after, Duration atMost) throws InterruptedException;

    /** Calls back on every ring, quickly and without blocking, until the returned handle is closed. */
    Listening listen(LongConsumer onRing);

    /** Ends a {@link #listen(LongConsumer)}. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
