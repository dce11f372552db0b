package org.iochub.declarative.internal.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.iochub.api.read.SourceText;
import org.iochub.declarative.internal.expression.Scope;
import org.iochub.declarative.internal.expression.Values;
import org.iochub.declarative.internal.expression.function.IsoDates;
import org.iochub.declarative.internal.expression.function.NumberNotation;
import org.iochub.model.FaultException;
import org.iochub.model.schema.Shape;

/** The coercions by kind of field. */
final class Coercions {
    private final Optional<NumberNotation> numbers;

    /** @param numbers how the source writes numbers, where the file says it */
    Coercions(Optional<NumberNotation> numbers) {
        this.numbers = numbers;
    }

    /** Of one value of a component that is no nested record. */
    Coercion of(Shape.Component component) {
        Class<?> target = component.valueClass();
        return switch (component.kind()) {
            case TEXT -> (value, scope) -> text(value, scope, component.name());
            case INTEGER -> (value, scope) -> integer(value, target == int.class || target == Integer.class);
            case NUMBER -> (value, scope) -> number(value, target == BigDecimal.class);
            case BOOLEAN -> (value, scope) -> bool(value);
            case DATE -> Coercions::date;
            case DATE_TIME -> Coercions::dateTime;
            case CODE -> new CodeCoercion(target);
            case NESTED -> throw new IllegalArgumentException(component.name() + " has fields of its own");
        };
    }

    private static Object text(Object value, Scope scope, String field) {
        String text = value instanceof String plain
                ? SourceText.mended(plain, field, scope.notes()).strip()
                : Values.text(value);
        return text.isEmpty() ? null : text;
    }

    private Object integer(Object value, boolean narrow) {
        BigDecimal number = decimal(value);
        if (number == null) {
            return null;
        }
        try {
            return narrow ? (Object) number.intValueExact() : (Object) number.longValueExact();
        } catch (ArithmeticException e) {
            throw FaultException.of(
                    "not-an-integer",
                    "",
                    "Cần số nguyên" + (narrow ? " dưới 2.147.483.648" : "")
                            + "; hãy dùng round(…, 0) nếu cần làm tròn.",
                    "Expected a whole number" + (narrow ? " below 2,147,483,648" : "")
                            + "; use round(…, 0) if it is to be rounded.");
        }
    }

    private Object number(Object value, boolean exact) {
        BigDecimal number = decimal(value);
        return number == null || exact ? number : (Object) number.doubleValue();
    }

    private BigDecimal decimal(Object value) {
        if (value instanceof Number number) {
            return Values.decimal(number);
        }
        if (!(value instanceof String text)) {
            throw Values.wrongType(value, "số", "a number");
        }
        if (text.isBlank()) {
            return null;
        }
        return numbers.isPresent() ? numbers.get().parse(text) : NumberNotation.undeclared(text);
    }

    private static Object bool(Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof String text) {
            switch (text.strip()) {
                case "":
                    return null;
                case "true":
                    return true;
                case "false":
                    return false;
                default:
            }
        }
        throw Values.wrongType(
                value, "true hoặc false (hãy so sánh, ví dụ x == '1')", "true or false (compare, as in x == '1')");
    }

    private static Object date(Object value, Scope scope) {
        if (value instanceof LocalDate) {
            return value;
        }
        ZoneId zone = scope.source().zone();
        OffsetDateTime moment = moment(value, zone);
        return moment == null ? null : moment.atZoneSameInstant(zone).toLocalDate();
    }

    private static Object dateTime(Object value, Scope scope) {
        return value instanceof LocalDate day
                ? day.atStartOfDay(scope.source().zone()).toOffsetDateTime()
                : moment(value, scope.source().zone());
    }

    private static OffsetDateTime moment(Object value, ZoneId zone) {
        if (value instanceof OffsetDateTime moment) {
            return moment;
        }
        if (!(value instanceof String text)) {
            throw Values.wrongType(value, "ngày giờ (dùng date(…) hoặc epoch(…))", "a date (use date(…) or epoch(…))");
        }
        return text.isBlank() ? null : IsoDates.read(text, zone);
    }
}
