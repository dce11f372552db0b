package org.iochub.core.source;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What was agreed with the owner of a source, from its file where it says so, else from its adapter.
 *
 * @param sector code of the sector whose data it brings; empty while its adapter is not there
 * @param freshness how long it may bring nothing, nor say that there is nothing new
 * @param floodPerMinute records a minute above which something is wrong with it
 * @param quarantinePerHour refused records an hour above which somebody should look
 * @param muted rules of alerts that do not count for it; {@code all} for every one
 */
public record SourceAgreement(
        String sector,
        Optional<Duration> freshness,
        OptionalLong floodPerMinute,
        OptionalLong quarantinePerHour,
        Set<String> muted) {
    public SourceAgreement {
        muted = Set.copyOf(muted);
    }

    /** Nothing was agreed. */
    public static SourceAgreement none() {
        return new SourceAgreement("", Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), Set.of());
    }

    public boolean mutes(String rule) {
        return muted.contains("all") || muted.contains(rule);
    }
}
