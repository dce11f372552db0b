package org.iochub.declarative.internal.expression;

import java.util.List;
import java.util.Optional;
import org.apache.commons.jexl3.JexlException;
import org.iochub.api.SettingKey;
import org.iochub.declarative.internal.Problems;
import org.iochub.declarative.internal.expression.function.Tables;
import org.iochub.model.Text;

/** The expressions of one file: JEXL's grammar, the hub's names and functions. */
public final class JexlExpressions implements Expressions {
    /** Nobody writes longer ones by hand. */
    private static final int MAX_LENGTH = 4_000;

    private final Syntax syntax = new Syntax();
    private final NodeCompiler nodes;

    /**
     * @param settings what {@code settings.key} may name
     * @param tables the file's code maps and lookups
     */
    public JexlExpressions(List<SettingKey> settings, Tables tables) {
        this.nodes = new NodeCompiler(new Names(settings), new Calls(tables));
    }

    @Override
    public Expression compile(String text, String pointer, Problems problems) {
        Evaluator evaluator = evaluator(text, pointer, problems);
        return scope -> Optional.ofNullable(evaluator.evaluate(scope));
    }

    /** The same for those who can bear null. */
    public Evaluator evaluator(String text, String pointer, Problems problems) {
        try {
            return compile(text);
        } catch (ExpressionError e) {
            problems.add(pointer, e.offset(), e.text());
            return new Evaluator.Constant(null);
        }
    }

    private Evaluator compile(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new ExpressionError(
                    0,
                    "Biểu thức dài quá " + MAX_LENGTH + " ký tự; hãy chia nhỏ hoặc dùng bảng codes, lookups.",
                    "The expression is longer than " + MAX_LENGTH + " characters; split it, or use codes and lookups.");
        }
        Brackets.check(text);
        try {
            return nodes.compile(
                    syntax.parse(text)
                            .orElseThrow(
                                    () -> new ExpressionError(
                                            0,
                                            "Biểu thức để trống; hãy ghi tên trường của nguồn, hoặc bỏ hẳn dòng này.",
                                            "The expression is empty; write the name of a field of the source, or leave the line out.")));
        } catch (JexlException e) {
            throw wrong(text, e);
        } catch (StackOverflowError e) {
            throw new ExpressionError(0, "Biểu thức lồng quá nhiều cấp.", "The expression is nested too deeply.");
        }
    }

    private static ExpressionError wrong(String text, JexlException e) {
        int column = e.getInfo() == null || e.getInfo().getLine() > 1
                ? 1
                : Math.max(1, e.getInfo().getColumn());
        if (e instanceof JexlException.Feature) {
            return new ExpressionError(
                    column - 1,
                    "Biểu thức chỉ được tính giá trị: không gán, không gọi phương thức, không tạo đối tượng, không vòng"
                            + " lặp.",
                    "An expression only computes a value: no assignment, no method call, no new object, no loop.");
        }
        Text near = near(text, column - 1);
        return new ExpressionError(
                column - 1,
                "Sai cú pháp ở ký tự thứ " + column + near.vi()
                        + "; hãy kiểm tra dấu ngoặc, dấu nháy và toán tử. Tên có dấu hoặc khoảng trắng viết"
                        + " row['Tên cột'].",
                "Wrong syntax at character " + column + near.en()
                        + "; check brackets, quotes and operators. A name with accents or spaces is written"
                        + " row['Tên cột'].");
    }

    private static Text near(String text, int at) {
        if (at >= text.length()) {
            return Text.of(" (cuối biểu thức)", " (the end)");
        }
        String rest = text.substring(at, Math.min(text.length(), at + 20));
        return Text.of(", gần «" + rest + "»", ", near «" + rest + "»");
    }
}
