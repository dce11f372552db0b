package org.iochub.feed.internal.feed;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Keeps those who catch up from slowing those who deliver: while records come in fast, large readings together get a part
 * of the processors only, each after its turn. Whoever is near the end of the log never waits here. Safe for any number
 * of threads.
 */
final class Courtesy {
    /** Of the processors, for reading while records come in fast. */
    private static final double PART = 0.05;
    /** Records in a second that are many. */
    private static final long MANY = 2_000;

    private static final long WINDOW = TimeUnit.SECONDS.toNanos(1);
    /** A reader is not kept longer, however many are before it. */
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);
    /** So near to the end a reader follows rather than catches up. */
    private static final long NEAR = 1_000;

    private final LongSupplier nanos;
    private final double processors;
    private long windowBegan;
    private long windowPosition;
    private long busyUntil;
    /** When what was read is paid for. */
    private long paid;

    private boolean began;

    /** @param processors how many there are */
    Courtesy(LongSupplier nanos, int processors) {
        this.nanos = nanos;
        this.processors = processors;
        this.windowBegan = nanos.getAsLong();
        this.busyUntil = windowBegan;
        this.paid = windowBegan;
    }

    /** The log has grown to a position. */
    synchronized void grown(long position) {
        long now = nanos.getAsLong();
        if (!began) {
            began = true;
            windowPosition = position;
        }
        if (position - windowPosition >= MANY) {
            busyUntil = now + WINDOW;
        }
        if (now - windowBegan >= WINDOW || position - windowPosition >= MANY) {
            windowBegan = now;
            windowPosition = position;
        }
    }

    /**
     * How long a reading is to wait before it begins. It has its turn with this and is to come without asking again.
     *
     * @param behind how many positions it is from the end of the log
     * @param processorNanos what it will take of a processor
     */
    synchronized Duration turn(long behind, long processorNanos) {
        long now = nanos.getAsLong();
        if (behind <= NEAR || now - busyUntil >= 0) {
            return Duration.ZERO;
        }
        long turn = paid - now > 0 ? Math.min(paid - now, LONGEST) : 0;
        paid = now + turn + (long) (processorNanos / (PART * processors));
        return Duration.ofNanos(turn);
    }
}
