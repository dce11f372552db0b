package org.iochub.shell.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Times as an operator in Viet Nam reads them. */
final class Times {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZONE);
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZONE);

    private Times() {}

    static String full(Instant moment) {
        return SECONDS.format(moment);
    }

    /** Without the year. */
    static String brief(Instant moment) {
        return SHORT.format(moment);
    }

    /** One unit is enough to see whether something is fresh: {@code 12s}, {@code 5m}, {@code 3h}, {@code 2d}. */
    static String age(Optional<Instant> moment, Instant now) {
        return moment.map(then -> span(Duration.between(then, now))).orElse("-");
    }

    static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 120) {
            return seconds + "s";
        }
        if (seconds < 7_200) {
            return seconds / 60 + "m";
        }
        return seconds < 172_800 ? seconds / 3_600 + "h" : seconds / 86_400 + "d";
    }

    static LocalDate today() {
        return LocalDate.now(ZONE);
    }
}
