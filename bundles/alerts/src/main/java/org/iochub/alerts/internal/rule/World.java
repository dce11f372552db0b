package org.iochub.alerts.internal.rule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.iochub.core.delivery.SubscriptionStatus;
import org.iochub.core.delivery.TapStatus;
import org.iochub.core.source.SourceAgreement;
import org.iochub.core.source.SourceStatus;
import org.iochub.model.Fault;
import org.iochub.model.Text;

/**
 * What can be seen of the hub at a moment; an empty {@code Optional} where it could not be looked at, so that nothing
 * follows from it.
 *
 * @param quarantined refused records of the last hour, by source
 * @param store what is wrong with the store; a present empty one when nothing is
 * @param archive what is damaged in each source's archive
 */
public record World(
        Instant now,
        Optional<List<Watched>> sources,
        Optional<Map<String, Long>> quarantined,
        Optional<List<Disk>> disks,
        Optional<List<Certificate>> certificates,
        Optional<Optional<Text>> store,
        Optional<List<SubscriptionStatus>> webhooks,
        Optional<List<TapStatus>> taps,
        Optional<Map<String, List<Fault>>> archive) {

    /** Nothing could be looked at. */
    public static World unseen(Instant now) {
        return new World(
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** @param perMinute records a minute lately; empty until that is known */
    public record Watched(SourceStatus status, SourceAgreement agreement, OptionalDouble perMinute) {}

    /**
     * @param name {@code store}, {@code archive}
     * @param free bytes the hub may still use
     * @param size bytes in all
     */
    public record Disk(String name, String folder, long free, long size) {
        double percent() {
            return size <= 0 ? 100 : 100.0 * free / size;
        }
    }

    /** @param endpoint host and port @param expires empty when none could be read */
    public record Certificate(String endpoint, Optional<Instant> expires) {}
}
