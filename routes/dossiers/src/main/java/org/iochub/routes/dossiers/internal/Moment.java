package org.iochub.routes.dossiers.internal;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;
import org.iochub.model.time.DateStyle;
import org.iochub.model.time.VietnameseDates;

/**
 * A time as one-stop systems write it, in any of the shapes that cannot be taken for each other. In the zone of the
 * source: a day that was written as the midnight before it in UTC ({@code …T17:00:00.000+0000}) is that day again.
 *
 * @param dayOnly without a time of day
 */
record Moment(OffsetDateTime at, boolean dayOnly) {
    private record Shape(Pattern pattern, DateStyle style) {}

    private static final List<Shape> SHAPES = List.of(
            new Shape(Pattern.compile("\\d{13}"), DateStyle.EPOCH_MILLIS),
            new Shape(Pattern.compile("\\d{8}|\\d{12}|\\d{14}"), DateStyle.COMPACT),
            new Shape(Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*"), DateStyle.ISO),
            new Shape(Pattern.compile("\\d{4}[/.].*"), DateStyle.YEAR_FIRST),
            new Shape(Pattern.compile("\\d{1,2}[/.-].*"), DateStyle.DAY_FIRST));

    private static final Pattern DAY = Pattern.compile("\\d{8}|[\\d]{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4}");

    static Moment of(String text, String where, ZoneId zone) {
        Shape shape = SHAPES.stream()
                .filter(candidate -> candidate.pattern().matcher(text).matches())
                .findFirst()
                .orElseThrow(() -> unknown(text, where));
        try {
            OffsetDateTime at = VietnameseDates.dateTime(text, shape.style());
            return new Moment(
                    at.atZoneSameInstant(zone).toOffsetDateTime(),
                    DAY.matcher(text).matches());
        } catch (FaultException e) {
            throw new FaultException(e.fault().within(where));
        }
    }

    /** The last second of a day; a moment is itself. */
    OffsetDateTime atEnd() {
        return dayOnly ? at.with(LocalTime.of(23, 59, 59)) : at;
    }

    private static FaultException unknown(String text, String where) {
        return FaultException.of(
                "bad-date",
                where,
                "«" + Shown.of(text) + "» không phải thời điểm ở dạng đã biết (ISO 8601, dd/MM/yyyy, yyyyMMddHHmmss,"
                        + " mili giây); hãy sửa ở nguồn rồi gửi lại.",
                "«" + Shown.of(text) + "» is no time in a known shape (ISO 8601, dd/MM/yyyy, yyyyMMddHHmmss,"
                        + " milliseconds); mend it at the source and send it again.");
    }
}
