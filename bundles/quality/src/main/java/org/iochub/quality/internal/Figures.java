package org.iochub.quality.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iochub.core.quality.DayTally;
import org.iochub.core.quality.Figure;
import org.iochub.core.quality.Measure;

/** Makes figures of what was counted. Pure. */
final class Figures {
    private Figures() {}

    /** @param now for a day that goes on: spans that are over by then should have brought something */
    static List<Figure> of(DayTally tally, Instant now, ZoneId zone) {
        List<Figure> figures = new ArrayList<>();
        Map<String, Long> counts = tally.counts();
        long taken = tally.count(Counts.TAKEN);
        long all = taken + tally.count(Counts.REFUSED);
        add(figures, tally, Measure.VALID, taken, all);
        add(figures, tally, Measure.REQUIRED, all - tally.count(Counts.REFUSED_MISSING), all);
        share(figures, tally, Measure.WISHED, Counts.WISHED, Counts.WISHED_OF);
        share(figures, tally, Measure.UNITS, Counts.UNITS, Counts.UNITS_OF);
        without(figures, tally, Measure.UNIQUE, Counts.DOUBLES, Counts.UNIQUE_OF);
        add(figures, tally, Measure.CONSISTENT, taken - tally.count(Counts.CONFLICTS), taken);
        add(
                figures,
                tally,
                Measure.MAPPED,
                all - tally.count(Counts.UNMAPPED) - tally.count(Counts.REFUSED_UNMAPPED),
                all);
        without(figures, tally, Measure.PLACED, Counts.UNPLACED, Counts.PLACED_OF);
        without(figures, tally, Measure.TIMELY, Counts.LATE, Counts.TIMELY_OF);
        if (counts.containsKey(Counts.SPAN_SECONDS)) {
            long seen = tally.count(Counts.SPANS);
            long due = due(tally.key().day(), tally.count(Counts.SPAN_SECONDS), now, zone);
            add(figures, tally, Measure.REGULAR, seen, Math.max(seen, due));
        }
        return figures;
    }

    /** How many spans of a day are over. */
    static long due(LocalDate day, long seconds, Instant now, ZoneId zone) {
        Instant start = Verdict.start(day, zone);
        Instant end = Verdict.start(day.plusDays(1), zone);
        long whole = Duration.between(start, end).toSeconds();
        if (!now.isBefore(end)) {
            return (whole + seconds - 1) / seconds;
        }
        return Math.max(0, Duration.between(start, now).toSeconds() / seconds);
    }

    private static void share(List<Figure> into, DayTally tally, Measure measure, String some, String of) {
        if (tally.count(of) > 0) {
            add(into, tally, measure, tally.count(some), tally.count(of));
        }
    }

    private static void without(List<Figure> into, DayTally tally, Measure measure, String bad, String of) {
        if (tally.count(of) > 0) {
            add(into, tally, measure, tally.count(of) - tally.count(bad), tally.count(of));
        }
    }

    private static void add(List<Figure> into, DayTally tally, Measure measure, long numerator, long denominator) {
        into.add(new Figure(tally.tenant(), tally.key(), measure, numerator, denominator, definition(tally, measure)));
    }

    /** Code and version: {@code quality.wished:dossier@1}. */
    static String definition(DayTally tally, Measure measure) {
        return code(measure) + ":" + tally.key().type() + "@" + tally.definition();
    }

    static String code(Measure measure) {
        return "quality." + measure.wireName();
    }
}
