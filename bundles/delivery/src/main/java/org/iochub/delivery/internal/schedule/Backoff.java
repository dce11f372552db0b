package org.iochub.delivery.internal.schedule;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait after failures: twice as long each time up to a cap, and by chance up to half of it less, so that
 * those who failed together do not come back together.
 *
 * @param random from 0 to 1
 */
public record Backoff(Duration first, Duration cap, DoubleSupplier random) {
    public static Backoff ofWebhooks() {
        return new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(15), Math::random);
    }

    public static Backoff ofTaps() {
        return new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), Math::random);
    }

    /** @param failures in a row, 1 or more */
    public Duration after(int failures) {
        long most = cap.toMillis();
        int doublings = Math.min(failures - 1, 40);
        long whole = doublings > 30 ? most : Math.min(most, first.toMillis() << doublings);
        return Duration.ofMillis(whole - (long) (whole / 2.0 * random.getAsDouble()));
    }
}
