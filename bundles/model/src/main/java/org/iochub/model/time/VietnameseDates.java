package org.iochub.model.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.model.FaultException;
import org.iochub.model.text.Nfc;
import org.iochub.model.trace.Trace;

/**
 * Reads dates as Vietnamese sources write them, in the style a source declares. Strict: 31/02 is refused, not moved.
 * Times without an offset are times in Vietnam, {@code +07:00}; an offset that is written is kept. Faults carry no
 * field name: {@link org.iochub.model.Fault#within} adds it.
 */
public final class VietnameseDates {
    /** Vietnam has had this offset, without summer time, since 13/6/1975. */
    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(7);

    /** Knows the offsets before 1975 too, which dates of birth need. */
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final String TIME = "(?:[ T]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?)?";
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})" + TIME);
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([/.-])(\\d{1,2})\\2(\\d{1,2})" + TIME);
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})(\\d{2})?)?");
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})(-)(\\d{2})-(\\d{2})" + TIME + "(?:(Z)|([+-]\\d{2}):?(\\d{2})?)?");
    private static final Pattern WORDS = Pattern.compile(
            "(?:[^,]{1,100},\\s*)?ngày\\s+(\\d{1,2})\\s+tháng\\s+(\\d{1,2})\\s+năm\\s+(\\d{4})\\.?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private VietnameseDates() {}

    /**
     * A moment. A date without a time is its first moment in Vietnam.
     *
     * @throws FaultException {@code bad-date} when the text is not in the style, {@code impossible-date} when there is
     *     no such day or time
     */
    public static OffsetDateTime dateTime(String text, DateStyle style) {
        return Trace.step("", text, moment(text, style), "time " + style);
    }

    private static OffsetDateTime moment(String text, DateStyle style) {
        String written = text.strip();
        try {
            return switch (style) {
                case DAY_FIRST -> dayFirst(written, style);
                case YEAR_FIRST -> yearFirst(written, style);
                case COMPACT -> compact(written, style);
                case ISO -> iso(written, style);
                case EPOCH_MILLIS -> epoch(written, style).atOffset(OFFSET);
                case EXCEL_SERIAL -> excel(written, style).atOffset(OFFSET);
                case WORDS -> words(written, style);
            };
        } catch (DateTimeException e) {
            throw impossible(written);
        }
    }

    /**
     * A day. A moment is the day it falls on in Vietnam: {@code 1990-05-11T17:00:00.000+0000}, as some systems write a
     * date of birth, is 12/5/1990.
     *
     * @throws FaultException as {@link #dateTime}
     */
    public static LocalDate date(String text, DateStyle style) {
        OffsetDateTime moment = moment(text, style);
        boolean absolute = style == DateStyle.EPOCH_MILLIS || style == DateStyle.ISO && hasOffset(text.strip());
        LocalDate day = absolute ? moment.atZoneSameInstant(VIETNAM).toLocalDate() : moment.toLocalDate();
        return Trace.step("", text, day, "date " + style);
    }

    private static boolean hasOffset(String iso) {
        Matcher m = ISO.matcher(iso);
        return m.matches() && (m.group(9) != null || m.group(10) != null);
    }

    private static OffsetDateTime dayFirst(String text, DateStyle style) {
        Matcher m = match(DAY_FIRST, text, style);
        return LocalDate.of(number(m, 4), number(m, 3), number(m, 1))
                .atTime(time(m, 5))
                .atOffset(OFFSET);
    }

    private static OffsetDateTime yearFirst(String text, DateStyle style) {
        Matcher m = match(YEAR_FIRST, text, style);
        return LocalDate.of(number(m, 1), number(m, 3), number(m, 4))
                .atTime(time(m, 5))
                .atOffset(OFFSET);
    }

    private static OffsetDateTime compact(String text, DateStyle style) {
        Matcher m = match(COMPACT, text, style);
        return LocalDateTime.of(number(m, 1), number(m, 2), number(m, 3), number(m, 4), number(m, 5), number(m, 6))
                .atOffset(OFFSET);
    }

    private static OffsetDateTime iso(String text, DateStyle style) {
        Matcher m = match(ISO, text, style);
        LocalDateTime local =
                LocalDate.of(number(m, 1), number(m, 3), number(m, 4)).atTime(time(m, 5));
        if (m.group(9) != null) {
            return local.atOffset(ZoneOffset.UTC);
        }
        if (m.group(10) == null) {
            return local.atOffset(OFFSET);
        }
        int hours = Integer.parseInt(m.group(10));
        int minutes = number(m, 11);
        return local.atOffset(ZoneOffset.ofHoursMinutes(hours, m.group(10).startsWith("-") ? -minutes : minutes));
    }

    private static Instant epoch(String text, DateStyle style) {
        match(Pattern.compile("-?\\d{1,15}"), text, style);
        return Instant.ofEpochMilli(Long.parseLong(text));
    }

    /** Serial 1 is 1900-01-01; serial 60 is a 29/02/1900 that never was; from 61 on, days count from 1899-12-30. */
    private static LocalDateTime excel(String text, DateStyle style) {
        match(Pattern.compile("\\d{1,7}(?:\\.\\d{1,15})?"), text, style);
        BigDecimal serial = new BigDecimal(text);
        long day = serial.longValue();
        if (day < 1 || day == 60 || day > 2_958_465) {
            throw impossible(text);
        }
        LocalDate base = LocalDate.of(1899, 12, day < 60 ? 31 : 30);
        long seconds = serial.subtract(BigDecimal.valueOf(day))
                .multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        return base.plusDays(day).atStartOfDay().plusSeconds(seconds);
    }

    private static OffsetDateTime words(String text, DateStyle style) {
        Matcher m = match(WORDS, Nfc.of(text), style);
        return LocalDate.of(number(m, 3), number(m, 2), number(m, 1))
                .atStartOfDay()
                .atOffset(OFFSET);
    }

    private static LocalTime time(Matcher m, int first) {
        String fraction = Optional.ofNullable(m.group(first + 3)).orElse("");
        int nanos = fraction.isEmpty() ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
        return LocalTime.of(number(m, first), number(m, first + 1), number(m, first + 2), nanos);
    }

    /** A group's number; 0 where the group is absent. */
    private static int number(Matcher m, int group) {
        return m.group(group) == null ? 0 : Integer.parseInt(m.group(group));
    }

    private static Matcher match(Pattern pattern, String text, DateStyle style) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw FaultException.of(
                    "bad-date",
                    "",
                    "«" + text + "» không đúng kiểu ngày đã khai báo cho nguồn (" + style + ").",
                    "\"" + text + "\" is not in the date style declared for the source (" + style + ").");
        }
        return matcher;
    }

    private static FaultException impossible(String text) {
        return FaultException.of(
                "impossible-date",
                "",
                "«" + text + "» không phải một ngày hoặc giờ có thật; hãy kiểm tra thứ tự ngày, tháng của nguồn.",
                "\"" + text + "\" is no real date or time; check the order of day and month at the source.");
    }
}
