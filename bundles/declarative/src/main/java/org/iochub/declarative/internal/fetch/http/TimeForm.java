package org.iochub.declarative.internal.fetch.http;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How a source writes times in its parameters: {@code iso}, {@code iso-offset}, {@code epoch-seconds},
 * {@code epoch-millis} or a pattern of {@link DateTimeFormatter}. Immutable.
 *
 * @param zone of patterns, and of times that name none
 */
record TimeForm(String format, ZoneId zone) {
    private static final long SURELY_MILLIS = 100_000_000_000L;

    /** @throws IllegalArgumentException when it is no pattern */
    static void check(String format) {
        if (!format.equals("iso") && !format.equals("iso-offset") && !format.startsWith("epoch-")) {
            DateTimeFormatter.ofPattern(format)
                    .format(LocalDateTime.of(2026, 1, 1, 0, 0).atZone(ZoneId.of("UTC")));
        }
    }

    String show(Instant at) {
        return switch (format) {
            case "iso" -> at.truncatedTo(ChronoUnit.SECONDS).toString();
            case "iso-offset" ->
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
            case "epoch-seconds" -> Long.toString(at.getEpochSecond());
            case "epoch-millis" -> Long.toString(at.toEpochMilli());
            default -> DateTimeFormatter.ofPattern(format).format(at.atZone(zone));
        };
    }

    /** What an expression gave, as a time; empty when it is none. */
    Optional<Instant> read(Object value) {
        if (value instanceof OffsetDateTime at) {
            return Optional.of(at.toInstant());
        }
        if (value instanceof ZonedDateTime at) {
            return Optional.of(at.toInstant());
        }
        if (value instanceof Instant at) {
            return Optional.of(at);
        }
        if (value instanceof LocalDateTime at) {
            return Optional.of(at.atZone(zone).toInstant());
        }
        if (value instanceof LocalDate at) {
            return Optional.of(at.atStartOfDay(zone).toInstant());
        }
        if (value instanceof Long || value instanceof Integer || value instanceof BigDecimal) {
            return epoch(((Number) value).longValue());
        }
        return value instanceof String text ? text(text.strip()) : Optional.empty();
    }

    private Optional<Instant> epoch(long number) {
        boolean millis = format.equals("epoch-millis") || Math.abs(number) >= SURELY_MILLIS;
        try {
            return Optional.of(millis ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> text(String text) {
        if (text.matches("-?\\d{1,18}") && (format.startsWith("epoch-") || format.startsWith("iso"))) {
            return epoch(Long.parseLong(text));
        }
        return parsed(DateTimeFormatter.ISO_DATE_TIME, text)
                .or(() -> format.startsWith("iso") || format.startsWith("epoch-")
                        ? Optional.empty()
                        : parsed(lenient(format), text))
                .or(() -> parsed(lenient("yyyy-MM-dd[ HH:mm[:ss]]"), text));
    }

    private static DateTimeFormatter lenient(String pattern) {
        return new DateTimeFormatterBuilder()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
                .toFormatter();
    }

    private Optional<Instant> parsed(DateTimeFormatter formatter, String text) {
        try {
            return Optional.of(formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from))
                    .flatMap(this::read);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
