package org.iochub.declarative.internal.fetch.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.iochub.declarative.internal.fetch.inbox.Span;

/**
 * What a watermark is made of. Values are {@code LocalDateTime}, {@code OffsetDateTime}, {@code LocalDate},
 * {@code BigDecimal} or {@code String}; as text they are read back as they were.
 */
enum MarkKind {
    TIMESTAMP,
    DATE,
    NUMBER,
    TEXT;

    static MarkKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether the zone is part of the column's values. */
    static boolean zoned(int type, String typeName) {
        String name = typeName.toLowerCase(Locale.ROOT);
        return type == Types.TIMESTAMP_WITH_TIMEZONE || name.equals("timestamptz") || name.equals("datetimeoffset");
    }

    /** The value of a column that counts; empty for null. */
    Optional<Object> read(ResultSet row, int column) throws SQLException {
        return switch (this) {
            case TIMESTAMP -> {
                var meta = row.getMetaData();
                yield zoned(meta.getColumnType(column), meta.getColumnTypeName(column))
                        ? Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                                .map(time -> time.withOffsetSameInstant(ZoneOffset.UTC))
                        : Optional.ofNullable(row.getObject(column, LocalDateTime.class));
            }
            case DATE -> Optional.ofNullable(row.getObject(column, LocalDate.class));
            case NUMBER -> Optional.ofNullable(row.getBigDecimal(column)).map(BigDecimal::stripTrailingZeros);
            case TEXT -> Optional.ofNullable(row.getString(column));
        };
    }

    /** @throws java.time.DateTimeException or {@code NumberFormatException} when the text is of another kind */
    Object parse(String text) {
        return switch (this) {
            case TIMESTAMP -> text.matches(".*(Z|[+-]\\d\\d:\\d\\d)") ? OffsetDateTime.parse(text) : local(text);
            case DATE -> LocalDate.parse(text);
            case NUMBER -> new BigDecimal(text);
            case TEXT -> text;
        };
    }

    /** Also a span of time before now, for times and days. */
    Object parse(String text, Instant now, ZoneId zone) {
        Optional<Duration> ago = this == TIMESTAMP || this == DATE ? Span.parse(text) : Optional.empty();
        return ago.map(span -> at(now.minus(span), zone)).orElseGet(() -> parse(text));
    }

    private static LocalDateTime local(String text) {
        return text.length() == "2020-01-01".length()
                ? LocalDate.parse(text).atStartOfDay()
                : LocalDateTime.parse(text.replace(' ', 'T'));
    }

    private Object at(Instant instant, ZoneId zone) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, zone);
        return this == DATE ? time.toLocalDate() : time;
    }

    /** Before everything a source may hold. */
    Object least() {
        return switch (this) {
            case TIMESTAMP -> LocalDate.EPOCH.atStartOfDay();
            case DATE -> LocalDate.EPOCH;
            case NUMBER -> BigDecimal.valueOf(Long.MIN_VALUE);
            case TEXT -> "";
        };
    }

    /** Whether an overlap reads nothing again. */
    boolean isNone(String overlap) {
        return overlap.isEmpty() || overlap.matches("0*(ms|s|m|h|d)?") || overlap.equals("PT0S");
    }

    /**
     * @param overlap a span of time, or a number
     */
    Object minus(Object mark, String overlap) {
        if (mark instanceof BigDecimal number) {
            return number.subtract(new BigDecimal(overlap));
        }
        Duration span = Span.parse(overlap).orElse(Duration.ZERO);
        if (mark instanceof OffsetDateTime time) {
            return time.minus(span);
        }
        if (mark instanceof LocalDateTime time) {
            return time.minus(span);
        }
        // A part of a day counts as a whole one.
        return mark instanceof LocalDate day ? day.minusDays((span.toHours() + 23) / 24) : mark;
    }

    /** Nothing is newer than now: a row from the future must not hide all that come before it. */
    Object notAfter(Object mark, Instant now, ZoneId zone) {
        boolean future = mark instanceof OffsetDateTime time && time.toInstant().isAfter(now)
                || mark instanceof LocalDateTime local
                        && local.atZone(zone).toInstant().isAfter(now)
                || mark instanceof LocalDate day && day.isAfter(LocalDate.ofInstant(now, zone));
        if (!future) {
            return mark;
        }
        return mark instanceof OffsetDateTime ? now.atOffset(ZoneOffset.UTC) : at(now, zone);
    }

    /** Whether b comes before a; texts are ordered by the database alone. */
    boolean isBefore(Object b, Object a) {
        if (b instanceof OffsetDateTime time && a instanceof OffsetDateTime other) {
            return time.isBefore(other);
        }
        if (b instanceof LocalDateTime time && a instanceof LocalDateTime other) {
            return time.isBefore(other);
        }
        if (b instanceof LocalDate day && a instanceof LocalDate other) {
            return day.isBefore(other);
        }
        return b instanceof BigDecimal number && a instanceof BigDecimal other && number.compareTo(other) < 0;
    }

    /** As it is bound to a parameter: whole numbers as such, so that an index on them is of use. */
    static Object bound(Object mark) {
        if (mark instanceof BigDecimal number
                && number.stripTrailingZeros().scale() <= 0
                && number.precision() - number.scale() <= 19) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException e) {
                return number;
            }
        }
        return mark;
    }

    static String text(Object mark) {
        return mark instanceof BigDecimal number ? number.toPlainString() : mark.toString();
    }
}
