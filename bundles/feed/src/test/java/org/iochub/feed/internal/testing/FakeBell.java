package org.iochub.feed.internal.testing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.iochub.core.log.FeedBell;

/** A bell that can be muted. */
public final class FakeBell implements FeedBell {
    private final AtomicLong heard = new AtomicLong();
    private final AtomicBoolean muted = new AtomicBoolean();
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();

    /** From now on rings get lost. */
    public void mute() {
        muted.set(true);
    }

    @Override
    public void ring(long position) {
        if (!muted.get()) {
            heard.accumulateAndGet(position, Math::max);
            listeners.forEach(listener -> listener.accept(position));
        }
    }

    @Override
    public long heard() {
        return heard.get();
    }

    @Override
    public boolean await(long after, Duration atMost) {
        throw new UnsupportedOperationException("the face never blocks a thread");
    }

    @Override
    public Listening listen(LongConsumer onRing) {
        listeners.add(onRing);
        return () -> listeners.remove(onRing);
    }
}
