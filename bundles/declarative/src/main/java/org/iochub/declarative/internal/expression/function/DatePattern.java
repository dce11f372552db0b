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
import java.util.Locale;
import java.util.Map;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;
import org.iochub.model.time.DateStyle;
import org.iochub.model.time.VietnameseDates;

/** Reads moments in one notation, strictly: 31/02 is refused, not moved. Immutable. */
interface DatePattern {
    /**
     * @param zone of a text that has no offset of its own
     * @throws FaultException {@code bad-date}
     */
    OffsetDateTime read(String text, ZoneId zone);

    /** The notations that have a name of their own. */
    Map<String, DatePattern> NAMED = Map.of(
            "iso", IsoDates::read,
            "excel", (text, zone) -> local(text, DateStyle.EXCEL_SERIAL, zone),
            "words", (text, zone) -> local(text, DateStyle.WORDS, zone),
            "compact", (text, zone) -> local(text, DateStyle.COMPACT, zone),
            "day-first", (text, zone) -> local(text, DateStyle.DAY_FIRST, zone),
            "year-first", (text, zone) -> local(text, DateStyle.YEAR_FIRST, zone));

    /**
     * A pattern of letters, such as {@code dd/MM/yyyy HH:mm}.
     *
     * @throws IllegalArgumentException when it is none, or gives no whole date
     */
    static DatePattern of(String pattern) {
        DateTimeFormatter format = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(years(pattern))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        OffsetDateTime sample = OffsetDateTime.of(2026, 11, 23, 13, 45, 56, 0, ZoneOffset.ofHours(7));
        try {
            parse(format, format.format(sample), ZoneId.of("Asia/Ho_Chi_Minh"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no whole date", e);
        }
        return (text, zone) -> {
            try {
                return parse(format, text.strip(), zone);
            } catch (DateTimeException e) {
                throw bad(text, pattern);
            }
        };
    }

    /** {@code yyyy} is the year of an era, which strict reading wants to be told: {@code uuuu} is what everybody means. */
    private static String years(String pattern) {
        StringBuilder out = new StringBuilder();
        boolean quoted = false;
        for (char c : pattern.toCharArray()) {
            quoted ^= c == '\'';
            out.append(c == 'y' && !quoted ? 'u' : c);
        }
        return out.toString();
    }

    private static OffsetDateTime parse(DateTimeFormatter format, String text, ZoneId zone) {
        TemporalAccessor read = format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (read instanceof OffsetDateTime exact) {
            return exact;
        }
        LocalDateTime local = read instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) read;
        return local.atZone(zone).toOffsetDateTime();
    }

    private static OffsetDateTime local(String text, DateStyle style, ZoneId zone) {
        return VietnameseDates.dateTime(text, style)
                .toLocalDateTime()
                .atZone(zone)
                .toOffsetDateTime();
    }

    static FaultException bad(String text, String pattern) {
        String shown = Shown.of(text);
        return FaultException.of(
                "bad-date",
                "",
                "«" + shown + "» không phải ngày giờ có thật viết theo kiểu " + pattern + ".",
                "«" + shown + "» is no real date written as " + pattern + ".");
    }
}
