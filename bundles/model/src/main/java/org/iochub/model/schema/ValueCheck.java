package org.iochub.model.schema;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.iochub.model.Fault;
import org.iochub.model.text.Utf16;

/** Checks one value, never null. The common way out is an empty list without allocation. */
interface ValueCheck {
    List<Fault> check(String where, Object value);

    static ValueCheck of(Shape.Component component) {
        Field field = component.field();
        return switch (component.kind()) {
            case TEXT -> text(field, component.required());
            case INTEGER -> integer(field);
            case NUMBER -> number(field);
            case DATE -> (where, value) -> year(where, ((LocalDate) value).getYear());
            case DATE_TIME -> ValueCheck::dateTime;
            case BOOLEAN, CODE -> (where, value) -> List.of();
            case NESTED -> nested(component.valueClass());
        };
    }

    private static ValueCheck text(Field field, boolean required) {
        int max = field.maxLength();
        Pattern pattern = field.pattern().isEmpty() ? null : Pattern.compile(field.pattern());
        return (where, value) -> {
            String text = (String) value;
            if (required && text.isEmpty()) {
                return List.of(Faults.required(where));
            }
            if (!Utf16.isSound(text)) {
                return List.of(Faults.badText(where));
            }
            // JSON Schema counts code points; there are never more of them than chars.
            if (text.length() > max && text.codePointCount(0, text.length()) > max) {
                return List.of(Faults.tooLong(where, text.codePointCount(0, text.length()), max));
            }
            if (pattern != null && !pattern.matcher(text).find()) {
                return List.of(Faults.badPattern(where, field.pattern()));
            }
            return List.of();
        };
    }

    private static ValueCheck integer(Field field) {
        double min = field.min();
        double max = field.max();
        return (where, value) -> {
            long number = ((Number) value).longValue();
            return number < min || number > max
                    ? List.of(Faults.outOfRange(where, Long.toString(number), field))
                    : List.of();
        };
    }

    private static ValueCheck number(Field field) {
        double min = field.min();
        double max = field.max();
        return (where, value) -> {
            double number = ((Number) value).doubleValue();
            if (!(value instanceof BigDecimal) && !Double.isFinite(number)) {
                return List.of(Faults.notANumber(where));
            }
            return number < min || number > max
                    ? List.of(Faults.outOfRange(where, value.toString(), field))
                    : List.of();
        };
    }

    private static List<Fault> dateTime(String where, Object value) {
        OffsetDateTime time = (OffsetDateTime) value;
        // RFC 3339 has no seconds in an offset.
        if (time.getOffset().getTotalSeconds() % 60 != 0) {
            return List.of(Faults.badOffset(where));
        }
        return year(where, time.getYear());
    }

    private static List<Fault> year(String where, int year) {
        return year < 1900 || year > 2200 ? List.of(Faults.impossibleDate(where, year)) : List.of();
    }

    private static ValueCheck nested(Class<?> part) {
        RecordValidator<?> validator = RecordValidator.of(part);
        return (where, value) -> {
            List<Fault> found = validator.validateAny(value);
            return found.isEmpty() || where.isEmpty()
                    ? found
                    : found.stream().map(fault -> fault.within(where)).toList();
        };
    }
}
