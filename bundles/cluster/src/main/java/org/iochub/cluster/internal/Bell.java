package org.iochub.cluster.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.iochub.core.log.FeedBell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bell within one node. */
final class Bell implements FeedBell {
    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private volatile long heard;

    @Override
    public void ring(long position) {
        lock.lock();
        try {
            if (position > heard) {
                heard = position;
                grown.signalAll();
            }
        } finally {
            lock.unlock();
        }
        for (LongConsumer listener : listeners) {
            try {
                listener.accept(position);
            } catch (RuntimeException e) {
                // One reader's mistake must not keep the news from the others, nor fail the store that rang.
                LOG.warn("A listener of the feed bell failed", e);
            }
        }
    }

    @Override
    public long heard() {
        return heard;
    }

    @Override
    public boolean await(long after, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (heard <= after) {
                if (left <= 0) {
                    return false;
                }
                left = grown.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Listening listen(LongConsumer onRing) {
        // A wrapper of its own, so that closing one of two equal listeners leaves the other.
        LongConsumer own = onRing::accept;
        listeners.add(own);
        return () -> listeners.remove(own);
    }
}
