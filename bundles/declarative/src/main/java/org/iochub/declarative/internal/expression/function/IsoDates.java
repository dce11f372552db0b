package org.iochub.declarative.internal.expression.function;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;

/** ISO 8601 as systems write it: with or without time and offset, a space for the T. */
public final class IsoDates {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[' '][XXX][XX][X]")
            .optionalEnd()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private IsoDates() {}

    /** @throws org.iochub.model.FaultException {@code bad-date} */
    public static OffsetDateTime read(String text, ZoneId zone) {
        String written = text.strip();
        try {
            return common(written) ? quick(written) : slow(written, zone);
        } catch (DateTimeException e) {
            throw DatePattern.bad(written, "ISO 8601 (2026-03-05T07:30:00+07:00)");
        }
    }

    private static OffsetDateTime slow(String text, ZoneId zone) {
        TemporalAccessor read = FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (read instanceof OffsetDateTime exact) {
            return exact;
        }
        LocalDateTime local = read instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) read;
        return local.atZone(zone).toOffsetDateTime();
    }

    /** Minutes or seconds, and an offset of hours and minutes: what most systems write. */
    private static boolean common(String text) {
        int length = text.length();
        return (length == 25 && text.charAt(16) == ':' || length == 22)
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && (text.charAt(length - 6) == '+' || text.charAt(length - 6) == '-')
                && text.charAt(length - 3) == ':';
    }

    private static OffsetDateTime quick(String text) {
        int length = text.length();
        int minutes = two(text, length - 5) * 60 + two(text, length - 2);
        return OffsetDateTime.of(
                two(text, 0) * 100 + two(text, 2),
                two(text, 5),
                two(text, 8),
                two(text, 11),
                two(text, 14),
                length == 25 ? two(text, 17) : 0,
                0,
                ZoneOffset.ofTotalSeconds((text.charAt(length - 6) == '-' ? -60 : 60) * minutes));
    }

    private static int two(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
            throw new DateTimeException("no digits at " + at);
        }
        return tens * 10 + ones;
    }
}
