package org.iochub.alerts.internal.rule;

import java.time.Duration;
import java.util.Set;

/**
 * From where on something is wrong.
 *
 * @param floodPerMinute for sources that agreed on nothing else
 * @param quarantinePerHour likewise
 * @param diskWarning percent that is still free
 * @param diskCritical likewise
 * @param certificateWarning before its last day
 * @param certificateCritical likewise
 * @param webhookFailures attempts in a row
 * @param muted rules that do not count
 */
public record Thresholds(
        long floodPerMinute,
        long quarantinePerHour,
        double diskWarning,
        double diskCritical,
        Duration certificateWarning,
        Duration certificateCritical,
        int webhookFailures,
        Set<Rule> muted) {
    public static Thresholds usual() {
        return new Thresholds(60_000, 100, 10, 5, Duration.ofDays(30), Duration.ofDays(7), 5, Set.of());
    }
}
