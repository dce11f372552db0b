package org.iochub.declarative.internal.expression.function;

import org.iochub.declarative.internal.expression.Evaluator;
import org.iochub.model.Text;

/**
 * A function of expressions.
 *
 * @param name as it is called
 * @param least how many arguments at least
 * @param most how many arguments at most
 * @param signature for people: {@code date(text, 'pattern'[, 'zone'])}
 * @param meaning what it gives, for the documentation
 * @param binding makes the evaluator of one call
 */
public record Function(String name, int least, int most, String signature, Text meaning, Binding binding) {
    /** Makes the evaluator of a call; what is literal is checked and prepared here, once. */
    @FunctionalInterface
    public interface Binding {
        /** @throws org.iochub.declarative.internal.expression.ExpressionError when an argument cannot be right */
        Evaluator bind(Arguments arguments);
    }

    static Function of(String signature, int least, int most, String vi, String en, Binding binding) {
        String name = signature.substring(0, signature.indexOf('('));
        return new Function(name, least, most, signature, Text.of(vi, en), binding);
    }
}
