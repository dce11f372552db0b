package org.iochub.delivery.internal.testing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.iochub.core.log.FeedBell;

/** A bell of one process. */
public final class TestBell implements FeedBell {
    private final AtomicLong heard = new AtomicLong();
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void ring(long position) {
        synchronized (heard) {
            heard.accumulateAndGet(position, Math::max);
            heard.notifyAll();
        }
        listeners.forEach(listener -> listener.accept(position));
    }

    @Override
    public long heard() {
        return heard.get();
    }

    @Override
    public boolean await(long after, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (heard) {
            while (heard.get() <= after && System.nanoTime() < end) {
                heard.wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            }
            return heard.get() > after;
        }
    }

    @Override
    public Listening listen(LongConsumer onRing) {
        listeners.add(onRing);
        return () -> listeners.remove(onRing);
    }
}
