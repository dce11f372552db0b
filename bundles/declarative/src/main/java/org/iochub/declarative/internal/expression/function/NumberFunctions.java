package org.iochub.declarative.internal.expression.function;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import org.iochub.api.read.Shown;
import org.iochub.declarative.internal.expression.Evaluator;
import org.iochub.declarative.internal.expression.Values;
import org.iochub.model.FaultException;

/** Numbers and units. */
final class NumberFunctions {
    private NumberFunctions() {}

    static List<Function> all() {
        return List.of(
                Function.of(
                        "number(text[, 'vi'|'en'|'iso'])",
                        1,
                        2,
                        "Số: vi 1.234,5; en 1,234.5; iso 1234.5. Không ghi thì theo numbers của tệp; không có cả hai thì"
                                + " chỉ nhận chữ số.",
                        "A number: vi 1.234,5; en 1,234.5; iso 1234.5. Absent: as numbers of the file says; without"
                                + " either, digits only.",
                        NumberFunctions::number),
                Function.of(
                        "convert(value, 'from', 'to')",
                        3,
                        3,
                        "Đổi đơn vị; đơn vị nguồn có thể là một trường.",
                        "Converts units; the first unit may be a field.",
                        NumberFunctions::convert),
                Function.of(
                        "round(number, digits)",
                        2,
                        2,
                        "Làm tròn đến số chữ số thập phân, 5 lên trên.",
                        "Rounds to so many decimals, 5 up.",
                        NumberFunctions::round),
                Function.of(
                        "within(value, least, most)",
                        3,
                        3,
                        "Số hoặc thời điểm nằm từ least đến most (tính cả hai đầu); ngoài khoảng đó thì bản ghi bị từ"
                                + " chối.",
                        "A number or moment from least to most, both included; one outside refuses the record.",
                        NumberFunctions::within));
    }

    private static Evaluator number(Arguments arguments) {
        Evaluator value = arguments.get(0);
        Optional<NumberNotation> notation = arguments.count() == 2
                ? Optional.of(arguments.choice(1, NumberNotation.BY_CODE))
                : arguments.tables().numbers();
        return scope -> read(value.evaluate(scope), notation);
    }

    /** Null for nothing. */
    static Number read(Object value, Optional<NumberNotation> notation) {
        if (value instanceof Number number) {
            return number;
        }
        if (Values.empty(value)) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw Values.wrongType(value, "số", "a number");
        }
        return notation.isPresent() ? notation.get().parse(text) : NumberNotation.undeclared(text);
    }

    private static Evaluator convert(Arguments arguments) {
        Evaluator value = arguments.get(0);
        Optional<NumberNotation> notation = arguments.tables().numbers();
        Unit to = unit(arguments, 2);
        if (arguments.isLiteral(1)) {
            Unit from = unit(arguments, 1);
            if (!from.dimension().equals(to.dimension())) {
                throw arguments.error(
                        1,
                        "Không đổi được «" + arguments.literal(1) + "» sang «" + arguments.literal(2) + "».",
                        "«" + arguments.literal(1) + "» cannot be converted to «" + arguments.literal(2) + "».");
            }
            return scope -> {
                Number number = read(value.evaluate(scope), notation);
                return number == null ? null : from.to(to, Values.decimal(number));
            };
        }
        Evaluator unit = arguments.get(1);
        return scope -> {
            Number number = read(value.evaluate(scope), notation);
            return number == null
                    ? null
                    : Unit.require(Values.text(unit.evaluate(scope)), to).to(to, Values.decimal(number));
        };
    }

    private static Unit unit(Arguments arguments, int index) {
        return arguments.choice(index, Unit.all());
    }

    private static Evaluator round(Arguments arguments) {
        Evaluator value = arguments.get(0);
        Evaluator digits = arguments.get(1);
        return scope -> {
            Number number = read(value.evaluate(scope), Optional.empty());
            if (number == null || !(digits.evaluate(scope) instanceof Long scale) || Math.abs(scale) > 20) {
                return number;
            }
            BigDecimal rounded = Values.decimal(number).setScale(scale.intValue(), RoundingMode.HALF_UP);
            return rounded;
        };
    }

    private static Evaluator within(Arguments arguments) {
        Evaluator value = arguments.get(0);
        Evaluator least = arguments.get(1);
        Evaluator most = arguments.get(2);
        return scope -> {
            Object found = value.evaluate(scope);
            if (Values.empty(found)) {
                return null;
            }
            if (!(found instanceof Number) && !(found instanceof Temporal)) {
                throw Values.wrongType(
                        found,
                        "số hoặc thời điểm (dùng number(…), date(…))",
                        "a number or moment (use number(…), date(…))");
            }
            Object from = least.evaluate(scope);
            Object to = most.evaluate(scope);
            if (from != null && Values.compare(found, from) < 0 || to != null && Values.compare(found, to) > 0) {
                throw FaultException.of(
                        "impossible-value",
                        "",
                        "«" + Shown.of(Values.text(found)) + "» nằm ngoài khoảng từ " + Values.text(from) + " đến "
                                + Values.text(to) + "; hãy kiểm tra ở nguồn.",
                        "«" + Shown.of(Values.text(found)) + "» lies outside " + Values.text(from) + " to "
                                + Values.text(to) + "; check it at the source.");
            }
            return found;
        };
    }
}
