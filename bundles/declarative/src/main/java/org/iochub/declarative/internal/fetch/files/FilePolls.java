package org.iochub.declarative.internal.fetch.files;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.iochub.api.Source;
import org.iochub.model.Text;

/** Says how polls end, and waits longer after each one that failed. Used by one thread, that of the polls. */
final class FilePolls implements PollingConsumerPollStrategy {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 20;

    private final Source<?> source;
    private final String place;
    private final FileFilter<?> filter;
    private final Duration every;
    private final BooleanSupplier there;
    private final LongSupplier clock;
    private int failures;
    private long failedAt;

    /**
     * @param place for people, without secrets
     * @param there whether the directory is there, where that can be told beforehand
     */
    FilePolls(
            Source<?> source,
            String place,
            FileFilter<?> filter,
            Duration every,
            BooleanSupplier there,
            LongSupplier clock) {
        this.source = source;
        this.place = place;
        this.filter = filter;
        this.every = every;
        this.there = there;
        this.clock = clock;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        if (!there.getAsBoolean()) {
            source.waiting(Text.of(
                    "Không có thư mục «" + place + "» hoặc hub không đọc được; hãy tạo thư mục và cấp quyền.",
                    "There is no folder \"" + place + "\", or the hub may not read it; make it and grant access."));
            return false;
        }
        return failures == 0 || clock.getAsLong() - failedAt >= pauseNanos();
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        failures = 0;
        filter.polled();
        if (polledMessages == 0) {
            source.upToDate();
        }
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        failures = Math.min(failures + 1, MOST_DOUBLINGS);
        failedAt = clock.getAsLong();
        String why = reason(cause);
        long seconds = Math.max(1, pauseNanos() / 1_000_000_000L);
        source.waiting(Text.of(
                "Không đọc được «" + place + "» (" + why
                        + "); hãy kiểm tra máy chủ, mạng, thư mục và tài khoản. Thử lại" + " sau " + seconds + " giây.",
                "\"" + place + "\" cannot be read (" + why + "); check the server, the network, the directory and the"
                        + " account. Next attempt in " + seconds + " seconds."));
        return false;
    }

    /** As long as between polls, then twice as long each time. */
    private long pauseNanos() {
        long pause = every.toNanos();
        long longest = Math.max(LONGEST_PAUSE.toNanos(), pause);
        for (int i = 1; i < failures && pause < longest; i++) {
            pause *= 2;
        }
        return Math.min(pause, longest);
    }

    /** In the words of what failed first, short. */
    static String reason(Throwable cause) {
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
