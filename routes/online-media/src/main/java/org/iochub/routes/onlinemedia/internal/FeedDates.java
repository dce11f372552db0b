package org.iochub.routes.onlinemedia.internal;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.api.read.MissingOffset;
import org.iochub.api.read.Shown;
import org.iochub.api.read.SourceTime;
import org.iochub.model.FaultException;

/** Reads the times of feeds: RFC 822 as RSS has it, ISO 8601 as Atom has it, either without a zone. */
final class FeedDates {
    private static final Pattern RFC_822 =
            Pattern.compile("(?:\\p{L}{2,9}\\.?,?\\s+)?(\\d{1,2})\\s+(\\p{Alpha}{3,9})\\s+"
                    + "(\\d{4}|\\d{2})\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*(\\S.*)?");
    private static final Pattern OFFSET = Pattern.compile("(?:GMT|UTC)?\\s*([+-])(\\d{1,2}):?(\\d{2})?");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("Z", 0),
            Map.entry("UT", 0),
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("ICT", 7),
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7));
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    private final MissingOffset missing;
    private final ZoneId zone;

    FeedDates(MissingOffset missing, ZoneId zone) {
        this.missing = missing;
        this.zone = zone;
    }

    /**
     * @throws FaultException {@code impossible-date}, {@code missing-offset}
     */
    SourceTime read(String text, String field) {
        try {
            Matcher rfc = RFC_822.matcher(text.strip());
            return rfc.matches() ? rfc822(rfc, field) : iso(text.strip(), field);
        } catch (DateTimeException e) {
            throw impossible(text, field);
        }
    }

    private SourceTime iso(String text, String field) {
        TemporalAccessor parsed = ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime exact
                ? SourceTime.exact(exact)
                : missing.supply((LocalDateTime) parsed, zone, field);
    }

    private SourceTime rfc822(Matcher parts, String field) {
        int month = MONTHS.indexOf(parts.group(2).substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
        int year = Integer.parseInt(parts.group(3));
        LocalDateTime time = LocalDateTime.of(
                year < 100 ? 2000 + year : year,
                month,
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(4)),
                Integer.parseInt(parts.group(5)),
                Integer.parseInt(Optional.ofNullable(parts.group(6)).orElse("0")));
        Optional<String> zoneName = Optional.ofNullable(parts.group(7));
        return zoneName.isPresent()
                ? SourceTime.exact(time.atOffset(offset(zoneName.get().strip())))
                : missing.supply(time, zone, field);
    }

    /** A zone nobody knows is no missing one: nothing is supplied for it. */
    private static ZoneOffset offset(String text) {
        String name = text.toUpperCase(Locale.ROOT);
        Integer hours = ZONES.get(name);
        if (hours != null) {
            return ZoneOffset.ofHours(hours);
        }
        Matcher numbers = OFFSET.matcher(name);
        if (!numbers.matches()) {
            throw new DateTimeException("unknown zone");
        }
        int sign = numbers.group(1).equals("-") ? -1 : 1;
        int minutes = Integer.parseInt(Optional.ofNullable(numbers.group(3)).orElse("0"));
        return ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(numbers.group(2)), sign * minutes);
    }

    static FaultException impossible(String text, String field) {
        String shown = Shown.of(text);
        return FaultException.of(
                "impossible-date",
                field,
                "«" + shown + "» ở «" + field + "» không phải là một thời điểm có thật theo RFC 822 hay ISO 8601.",
                "\"" + shown + "\" in \"" + field + "\" is no real time in RFC 822 or ISO 8601.");
    }
}
