package org.iochub.benchmarks.feed;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.iochub.core.log.FeedBell;

/** Rings within this process. */
final class LocalBell implements FeedBell {
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private long heard;

    @Override
    public void ring(long position) {
        synchronized (this) {
            heard = Math.max(heard, position);
            notifyAll();
        }
        listeners.forEach(listener -> listener.accept(position));
    }

    @Override
    public synchronized long heard() {
        return heard;
    }

    @Override
    public synchronized boolean await(long after, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (heard <= after) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    @Override
    public Listening listen(LongConsumer onRing) {
        LongConsumer own = onRing::accept;
        listeners.add(own);
        return () -> listeners.remove(own);
    }
}
