package org.iochub.declarative.internal.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;
import org.iochub.model.Text;
import org.iochub.model.area.AreaRef;

/** What the values of expressions are, and how one is taken for another. */
public final class Values {
    private Values() {}

    /** Whether a value counts as nothing: null, blank text, an empty list or map. */
    public static boolean empty(Object value) {
        return value == null
                || value instanceof String text && text.isBlank()
                || value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
    }

    /** Elements of a list or map, characters of a text; nothing has none. */
    static long size(Object value) {
        if (value instanceof Collection<?> list) {
            return list.size();
        }
        if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        return value == null ? 0 : text(value).length();
    }

    /** Whether a condition holds: true, or the text {@code true}; everything else does not. */
    public static boolean truth(Object value) {
        return Boolean.TRUE.equals(value) || value instanceof String text && text.equals("true");
    }

    /** As text: numbers without exponent, times as ISO 8601. Null for nothing. */
    public static String text(Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof AreaRef area) {
            return area.code();
        }
        if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            throw wrongType(value, "chữ hoặc số", "text or a number");
        }
        return value.toString();
    }

    /** Numbers of the library as the hub's: Long or BigDecimal. */
    static Object number(Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigInteger big) {
            return big.bitLength() < 64 ? (Object) big.longValue() : new BigDecimal(big);
        }
        return value instanceof Double || value instanceof Float ? new BigDecimal(value.toString()) : value;
    }

    public static BigDecimal decimal(Number value) {
        Object exact = number(value);
        return exact instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(((Number) exact).longValue());
    }

    /** A number equals the text that writes it; numbers are compared by value. */
    public static boolean equal(Object a, Object b) {
        if (a == null || b == null) {
            return a == b;
        }
        if (a instanceof Number left && b instanceof Number right) {
            return decimal(left).compareTo(decimal(right)) == 0;
        }
        if (a instanceof OffsetDateTime left && b instanceof OffsetDateTime right) {
            return left.isEqual(right);
        }
        boolean scalars = scalar(a) && scalar(b);
        return a.equals(b) || scalars && a.getClass() != b.getClass() && text(a).equals(text(b));
    }

    private static boolean scalar(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    /** Numbers with numbers, text with text, days with days, moments with moments. */
    public static int compare(Object a, Object b) {
        if (a instanceof Number left && b instanceof Number right) {
            return decimal(left).compareTo(decimal(right));
        }
        if (a instanceof String left && b instanceof String right) {
            return left.compareTo(right);
        }
        if (a instanceof LocalDate left && b instanceof LocalDate right) {
            return left.compareTo(right);
        }
        if (a instanceof OffsetDateTime left && b instanceof OffsetDateTime right) {
            return left.toInstant().compareTo(right.toInstant());
        }
        throw FaultException.of(
                "not-comparable",
                "",
                "Không so sánh được " + kind(a).vi() + " với " + kind(b).vi()
                        + "; hãy đổi bằng number(…), date(…) hoặc day(…).",
                "A value that is " + kind(a).en() + " cannot be compared with one that is " + kind(b).en()
                        + "; convert with number(…), date(…) or day(…).");
    }

    public static FaultException wrongType(Object value, String shouldVi, String shouldEn) {
        return FaultException.of(
                "wrong-type",
                "",
                "Cần " + shouldVi + " nhưng nhận được " + kind(value).vi() + shown(value) + ".",
                "Expected " + shouldEn + " but got " + kind(value).en() + shown(value) + ".");
    }

    private static String shown(Object value) {
        return value instanceof String text ? " «" + Shown.of(text) + "»" : "";
    }

    /** What kind of value it is, for people. */
    public static Text kind(Object value) {
        if (value instanceof Number) {
            return Text.of("số", "a number");
        }
        if (value instanceof Boolean) {
            return Text.of("giá trị đúng/sai", "a truth value");
        }
        if (value instanceof Collection<?>) {
            return Text.of("danh sách", "a list");
        }
        if (value instanceof Map<?, ?>) {
            return Text.of("đối tượng", "an object");
        }
        if (value instanceof LocalDate) {
            return Text.of("ngày", "a day");
        }
        if (value instanceof OffsetDateTime) {
            return Text.of("thời điểm", "a moment");
        }
        return value instanceof AreaRef
                ? Text.of("đơn vị hành chính", "an administrative unit")
                : Text.of("chữ", "text");
    }
}
