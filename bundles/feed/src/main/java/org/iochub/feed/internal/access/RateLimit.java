package org.iochub.feed.internal.access;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Lets a key make so many requests a minute: ten seconds' worth at once, the rest evenly (the generic cell rate
 * algorithm of ATM Forum TM 4.0). Holds one number for each key that has a limit; keys are an administrator's, so they
 * are few.
 */
public final class RateLimit {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long BURST = Duration.ofSeconds(10).toNanos();

    private final LongSupplier nanos;
    private final Map<String, Long> dueAt = new ConcurrentHashMap<>();

    public RateLimit(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Counts a request. @return how long to wait when it comes too soon; empty when it may pass */
    public Optional<Duration> take(String key, int perMinute) {
        long now = nanos.getAsLong();
        long interval = MINUTE / perMinute;
        long[] early = {0};
        dueAt.compute(key, (same, due) -> {
            long earliest = due == null || due - now < 0 ? now : due;
            long after = earliest + interval - now;
            // One request passes always, however long its interval is.
            if (after > Math.max(BURST, interval)) {
                early[0] = after - Math.max(BURST, interval);
                return due;
            }
            return earliest + interval;
        });
        return early[0] > 0 ? Optional.of(Duration.ofNanos(early[0])) : Optional.empty();
    }
}
