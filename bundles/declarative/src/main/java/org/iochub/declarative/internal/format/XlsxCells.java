package org.iochub.declarative.internal.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

/** What the cells of a row hold. */
final class XlsxCells {
    /** What people see: the file's doubles have more digits than anybody typed. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    /** Quoted and escaped text, colours, conditions and locales say nothing about the kind of a number. */
    private static final Pattern DECORATION = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\[(?![hms]+])[^]]*]");

    private static final Pattern ELAPSED = Pattern.compile("(?i).*\\[[hms]+].*");
    private static final Pattern DATE_PART = Pattern.compile("(?i).*[yd].*");
    private static final Pattern MONTH_ONLY = Pattern.compile("(?i)m+");
    private static final Pattern TIME_PART = Pattern.compile("(?i).*[hs].*");

    private static final Set<String> ERRORS = Set.of(
            "#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA");

    private XlsxCells() {}

    /** By column, from 0; cells that are empty or hold an error are absent. */
    static TreeMap<Integer, Object> of(Row row) {
        TreeMap<Integer, Object> values = new TreeMap<>();
        for (Cell cell : row) {
            if (cell != null) {
                value(cell).ifPresent(value -> values.put(cell.getColumnIndex(), value));
            }
        }
        return values;
    }

    private static Optional<Object> value(Cell cell) {
        if (cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return Optional.empty();
        }
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return Optional.of(numberOrDate(cell, number));
        }
        if (value instanceof Boolean) {
            return Optional.of(value);
        }
        String text = value == null ? "" : value.toString();
        // The library gives a formula's error as text.
        boolean error = cell.getType() == CellType.FORMULA && ERRORS.contains(text);
        return text.isBlank() || error ? Optional.empty() : Optional.of(text);
    }

    private static Object numberOrDate(Cell cell, BigDecimal number) {
        Kind kind = kind(cell.getDataFormatId(), cell.getDataFormatString());
        if (kind == Kind.NUMBER) {
            return number(number);
        }
        // Days since 1899-12-30, and the day's part behind the point. Beyond the year 9999 it is no date.
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(2_958_466)) >= 0) {
            return number(number);
        }
        LocalDateTime moment = cell.asDate();
        if (kind == Kind.TIME && number.compareTo(BigDecimal.ONE) < 0) {
            return nearestSecond(moment).toLocalTime().format(TIME);
        }
        LocalDateTime second = nearestSecond(moment);
        return kind == Kind.DATE && second.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? second.toLocalDate().toString()
                : second.format(MOMENT);
    }

    /** A fraction of a day is never exact. */
    private static LocalDateTime nearestSecond(LocalDateTime moment) {
        return moment.plusNanos(500_000_000).withNano(0);
    }

    private static Object number(BigDecimal number) {
        BigDecimal shown = number.round(SHOWN).stripTrailingZeros();
        if (shown.scale() <= 0 && shown.precision() - shown.scale() <= 18) {
            return shown.longValueExact();
        }
        return shown.scale() < 0 && shown.scale() > -400 ? shown.setScale(0) : shown;
    }

    private enum Kind {
        NUMBER,
        DATE,
        TIME,
        MOMENT
    }

    private static Kind kind(Integer id, String format) {
        if (id != null) {
            if (id >= 14 && id <= 17
                    || id >= 27 && id <= 31
                    || id == 36
                    || id >= 50 && id <= 54
                    || id == 57
                    || id == 58) {
                return Kind.DATE;
            }
            if (id >= 18 && id <= 21 || id >= 32 && id <= 35 || id == 45 || id == 47) {
                return Kind.TIME;
            }
            if (id == 22) {
                return Kind.MOMENT;
            }
        }
        return format == null ? Kind.NUMBER : kind(format);
    }

    private static Kind kind(String format) {
        String first = DECORATION.matcher(format).replaceAll("").split(";", 2)[0];
        if (first.equalsIgnoreCase("general") || ELAPSED.matcher(first).matches()) {
            return Kind.NUMBER;
        }
        boolean time = TIME_PART.matcher(first).matches();
        if (DATE_PART.matcher(first).matches() || MONTH_ONLY.matcher(first).matches()) {
            return time ? Kind.MOMENT : Kind.DATE;
        }
        return time ? Kind.TIME : Kind.NUMBER;
    }
}
