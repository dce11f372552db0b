package org.iochub.declarative.internal.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.function.IntPredicate;
import org.apache.commons.jexl3.JexlArithmetic;
import org.iochub.model.FaultException;

/** JEXL's operators where nothing gives nothing, text is never taken for a number, and division is decimal. */
final class Operators {
    /** One of JEXL's computations with two numbers. */
    @FunctionalInterface
    interface Computation {
        Object apply(JexlArithmetic arithmetic, Object left, Object right);
    }

    private final JexlArithmetic jexl = new JexlArithmetic(true);

    /** Of numbers; nothing when either side is. */
    Evaluator compute(Computation computation, Evaluator left, Evaluator right) {
        return scope -> {
            Object a = left.evaluate(scope);
            Object b = right.evaluate(scope);
            return a == null || b == null ? null : compute(computation, a, b);
        };
    }

    private Object compute(Computation computation, Object a, Object b) {
        if (!(a instanceof Number) || !(b instanceof Number)) {
            throw Values.wrongType(a instanceof Number ? b : a, "số (dùng number(…))", "a number (use number(…))");
        }
        try {
            return Values.number(computation.apply(jexl, a, b));
        } catch (ArithmeticException e) {
            throw FaultException.of(
                    "bad-arithmetic",
                    "",
                    "Phép tính không thực hiện được: chia cho 0 hoặc kết quả quá lớn.",
                    "The computation is impossible: a division by 0, or a result too large.");
        }
    }

    /** Text with anything is joined; numbers are added. */
    Evaluator add(Evaluator left, Evaluator right) {
        return scope -> {
            Object a = left.evaluate(scope);
            Object b = right.evaluate(scope);
            if (a == null || b == null) {
                return null;
            }
            return a instanceof String || b instanceof String
                    ? Values.text(a) + Values.text(b)
                    : compute(JexlArithmetic::add, a, b);
        };
    }

    Evaluator divide(Evaluator left, Evaluator right) {
        return compute(
                (arithmetic, a, b) -> new BigDecimal(a.toString())
                        .divide(new BigDecimal(b.toString()), MathContext.DECIMAL64)
                        .stripTrailingZeros(),
                left,
                right);
    }

    Evaluator negate(Evaluator value) {
        return scope -> {
            Object number = value.evaluate(scope);
            return number == null ? null : compute(JexlArithmetic::subtract, 0L, number);
        };
    }

    /** False when either side is nothing. */
    Evaluator compare(IntPredicate wanted, Evaluator left, Evaluator right) {
        return scope -> {
            Object a = left.evaluate(scope);
            Object b = right.evaluate(scope);
            return a != null && b != null && wanted.test(Values.compare(a, b));
        };
    }

    Evaluator equal(boolean wanted, Evaluator left, Evaluator right) {
        return scope -> Values.equal(left.evaluate(scope), right.evaluate(scope)) == wanted;
    }

    /**
     * {@code =~}: a member of a list, or the whole text fits a regular expression.
     *
     * @param offset of the right side, for the error
     */
    Evaluator contained(boolean wanted, Evaluator left, Evaluator right, int offset) {
        if (right instanceof Evaluator.Constant constant) {
            BoundedRegex regex = BoundedRegex.literal(Values.text(constant.value()), offset);
            return scope -> {
                String text = Values.text(left.evaluate(scope));
                return (text != null && regex.matches(text)) == wanted;
            };
        }
        return scope -> {
            Object a = left.evaluate(scope);
            boolean in = a != null
                    && right.evaluate(scope) instanceof Collection<?> list
                    && list.stream().anyMatch(element -> Values.equal(a, element));
            return in == wanted;
        };
    }

    Evaluator starts(boolean wanted, Evaluator left, Evaluator right) {
        return scope -> {
            String a = Values.text(left.evaluate(scope));
            String b = Values.text(right.evaluate(scope));
            return (a != null && b != null && a.startsWith(b)) == wanted;
        };
    }

    Evaluator ends(boolean wanted, Evaluator left, Evaluator right) {
        return scope -> {
            String a = Values.text(left.evaluate(scope));
            String b = Values.text(right.evaluate(scope));
            return (a != null && b != null && a.endsWith(b)) == wanted;
        };
    }
}
