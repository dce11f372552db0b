package org.iochub.api.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How far behind the latest change met a reading starts, so that equal times at a page's end and entries that were
 * written late are met again; the hub drops what it has.
 *
 * @param history how far back the first reading goes
 * @param usual behind the watermark
 * @param wide behind the watermark, once a day
 * @param wideAt when the wide reading is due, local time
 * @param watermarked whether the service selects by change time; if not, each reading covers the whole history, from
 *     the beginning of a day (UTC)
 */
public record Overlap(Duration history, Duration usual, Duration wide, LocalTime wideAt, boolean watermarked) {
    /** The usual case: a service that selects by change time. */
    public static Overlap of(Duration history, Duration usual, Duration wide, String wideAt) {
        return new Overlap(history, usual, wide, LocalTime.parse(wideAt), true);
    }

    /** For a service that cannot select by change time. */
    public Overlap wholeHistory() {
        return new Overlap(history, usual, wide, wideAt, false);
    }

    Instant from(Optional<Instant> watermark, boolean widely, Instant now) {
        if (!watermarked) {
            return now.minus(history).truncatedTo(ChronoUnit.DAYS);
        }
        return watermark
                .map(mark -> mark.minus(widely ? wide : usual))
                .orElse(now.minus(history))
                .truncatedTo(ChronoUnit.SECONDS);
    }

    boolean wideDue(Optional<LocalDate> lastWide, Clock clock, ZoneId zone) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        boolean doneToday = lastWide.filter(day -> !day.isBefore(today)).isPresent();
        return !doneToday && !LocalTime.ofInstant(now, zone).isBefore(wideAt);
    }
}
