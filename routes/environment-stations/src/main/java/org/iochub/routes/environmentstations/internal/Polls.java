package org.iochub.routes.environmentstations.internal;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.iochub.api.Source;
import org.iochub.model.Text;

/** Says how polls end, and waits longer after each one that failed. Used by one thread, that of the polls. */
final class Polls implements PollingConsumerPollStrategy {
    private static final int MOST_DOUBLINGS = 20;

    private final Source<EnvironmentStationsSettings> source;
    private final StableFiles<?> stable;
    private final Fleet fleet;
    private final LongSupplier clock;
    private int failures;
    private long failedAt;

    Polls(Source<EnvironmentStationsSettings> source, StableFiles<?> stable, Fleet fleet, LongSupplier clock) {
        this.source = source;
        this.stable = stable;
        this.fleet = fleet;
        this.clock = clock;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return failures == 0 || clock.getAsLong() - failedAt >= pauseNanos();
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        failures = 0;
        stable.polled();
        if (polledMessages == 0) {
            source.upToDate();
        }
        fleet.report();
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        failures = Math.min(failures + 1, MOST_DOUBLINGS);
        failedAt = clock.getAsLong();
        String why = reason(cause);
        long seconds = Math.max(1, pauseNanos() / 1_000_000_000L);
        source.waiting(Text.of(
                "Không đọc được «" + source.settings().url() + "» (" + why + "); hãy kiểm tra máy chủ, mạng và tài"
                        + " khoản. Thử lại sau " + seconds + " giây.",
                "«" + source.settings().url() + "» cannot be read (" + why + "); check the server, the network and"
                        + " the account. Next attempt in " + seconds + " seconds."));
        return false;
    }

    /** As long as between polls, then twice as long each time. */
    private long pauseNanos() {
        long pause = source.settings().pollEvery().toNanos();
        long longest = source.settings().longestPause().toNanos();
        for (int i = 1; i < failures && pause < longest; i++) {
            pause *= 2;
        }
        return Math.min(pause, longest);
    }

    private static String reason(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return Optional.ofNullable(root.getMessage())
                .map(message -> message.lines().findFirst().orElse("").strip())
                .filter(message -> !message.isEmpty())
                .map(message -> message.length() > 200 ? message.substring(0, 200) : message)
                .orElse(root.getClass().getSimpleName());
    }
}
