package org.iochub.delivery.internal.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.iochub.core.delivery.Subscription;

/** What is known of a subscription while the hub runs. Its attempts follow one another; others only look. */
final class Lane {
    /** An attempt that takes longer makes way for those who answer. */
    static final Duration SLOW = Duration.ofSeconds(2);

    final AtomicBoolean busy = new AtomicBoolean();
    final AtomicLong delivered = new AtomicLong();
    final AtomicLong deliveries = new AtomicLong();
    final AtomicLong failures = new AtomicLong();
    volatile boolean slow;
    volatile Instant notBefore = Instant.MIN;
    private final AtomicReference<Runnable> cut = new AtomicReference<>(() -> {});
    private volatile Scan scan = new Scan(-1, "", 0);

    private record Scan(long revision, String epoch, long to) {}

    /** How the attempt under way can be ended. */
    void underWay(Runnable end) {
        cut.set(end);
    }

    void cut() {
        cut.get().run();
    }

    /** Up to where the log was looked at: at or behind what is acknowledged. */
    long scannedTo(Subscription subscription) {
        Scan now = scan;
        long acknowledged = subscription.progress().place().position();
        boolean holds = now.revision() == subscription.revision()
                && now.epoch().equals(subscription.progress().place().epoch());
        return holds ? Math.max(acknowledged, now.to()) : acknowledged;
    }

    /** There was nothing up to here. */
    void scanned(Subscription subscription, long to) {
        scan = new Scan(subscription.revision(), subscription.progress().place().epoch(), to);
    }
}
