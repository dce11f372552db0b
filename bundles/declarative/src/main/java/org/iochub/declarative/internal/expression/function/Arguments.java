package org.iochub.declarative.internal.expression.function;

import java.util.List;
import java.util.Map;
import org.iochub.declarative.internal.Mistakes;
import org.iochub.declarative.internal.expression.Evaluator;
import org.iochub.declarative.internal.expression.ExpressionError;
import org.iochub.model.Text;

/**
 * The arguments of one call.
 *
 * @param offsets where each stands in the expression
 */
public record Arguments(Function function, List<Evaluator> values, List<Integer> offsets, Tables tables) {
    Evaluator get(int index) {
        return values.get(index);
    }

    int count() {
        return values.size();
    }

    boolean isLiteral(int index) {
        return values.get(index) instanceof Evaluator.Constant;
    }

    /** An argument that is text in the file, such as a pattern. */
    String literal(int index) {
        if (values.get(index) instanceof Evaluator.Constant constant && constant.value() instanceof String text) {
            return text;
        }
        throw error(
                index,
                "Tham số thứ " + (index + 1) + " của " + function.signature() + " phải là chữ viết sẵn trong nháy đơn.",
                "Argument " + (index + 1) + " of " + function.signature() + " must be text in single quotes.");
    }

    /** One of these words, written in the file. */
    <T> T choice(int index, Map<String, T> choices) {
        String word = literal(index);
        if (!choices.containsKey(word)) {
            Text hint =
                    Mistakes.choices(word, choices.keySet().stream().sorted().toList());
            throw error(
                    index,
                    "Tham số «" + word + "» của " + function.name() + " không có; " + hint.vi() + ".",
                    "There is no «" + word + "» for " + function.name() + "; " + hint.en() + ".");
        }
        return choices.get(word);
    }

    ExpressionError error(int index, String vi, String en) {
        return new ExpressionError(offsets.get(index), vi, en);
    }
}
