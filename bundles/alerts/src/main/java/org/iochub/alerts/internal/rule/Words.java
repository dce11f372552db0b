package org.iochub.alerts.internal.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures as sentences have them. */
final class Words {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private Words() {}

    static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /** {@code 15m}, {@code 6h}, {@code 2d}. */
    static String span(Duration span) {
        if (span.compareTo(Duration.ofDays(2)) >= 0) {
            return span.toDays() + "d";
        }
        return span.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    static String bytes(long bytes) {
        return bytes >= 1L << 30
                ? String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30))
                : (bytes >> 20) + " MiB";
    }
}
