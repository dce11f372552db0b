package org.iochub.shadow.internal;

import java.time.Duration;

/**
 * What a shadow may take.
 *
 * @param patience how long a message may take either version; the candidate ten times as long as the running one, where
 *     that is more
 * @param grace how long a reading that was broken off may take to end
 * @param failures so many messages in a row on which the candidate fails stop the shadow
 * @param hangs so many messages that take too long, in all, stop it
 * @param bytes larger messages are not compared
 * @param changes messages of more changes are not compared
 */
record Limits(Duration patience, Duration grace, int failures, int hangs, long bytes, int changes) {
    static final Limits USUAL = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(2), 5, 3, 16L << 20, 100_000);

    Duration patienceAfter(Duration live) {
        Duration long10 = live.multipliedBy(10);
        return long10.compareTo(patience) > 0 ? long10 : patience;
    }
}
