package org.iochub.delivery.internal.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** When a receiver wants to be asked again. */
public final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** Seconds or a date; what is neither does not count, and more than a day is taken as a day. */
    public static Optional<Instant> of(Reply reply, Instant now) {
        return reply.header("retry-after")
                .flatMap(value -> moment(value.strip(), now))
                .map(moment -> {
                    Instant latest = now.plus(LONGEST);
                    return moment.isBefore(latest) ? moment : latest;
                });
    }

    private static Optional<Instant> moment(String value, Instant now) {
        if (value.matches("\\d{1,9}")) {
            return Optional.of(now.plusSeconds(Long.parseLong(value)));
        }
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
