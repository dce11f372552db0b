package org.iochub.simulators.http;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments as Vietnamese systems write them. */
final class LocalTimes {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private LocalTimes() {}

    static String write(Instant at, String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withZone(VIETNAM).format(at);
    }

    static Instant read(String text, String pattern) {
        return LocalDateTime.parse(text, DateTimeFormatter.ofPattern(pattern))
                .atZone(VIETNAM)
                .toInstant();
    }

    static Instant readIso(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
