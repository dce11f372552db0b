package org.iochub.declarative.internal.expression;

import static org.iochub.declarative.internal.expression.NodeCompiler.child;
import static org.iochub.declarative.internal.expression.NodeCompiler.offset;

import java.util.List;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.JexlNode;
import org.iochub.declarative.internal.Mistakes;
import org.iochub.declarative.internal.expression.function.Arguments;
import org.iochub.declarative.internal.expression.function.Function;
import org.iochub.declarative.internal.expression.function.Functions;
import org.iochub.declarative.internal.expression.function.Tables;
import org.iochub.model.Text;

/** Binds calls to the hub's functions. */
final class Calls {
    private final Tables tables;

    Calls(Tables tables) {
        this.tables = tables;
    }

    Evaluator compile(JexlNode call, List<JexlNode> given, NodeCompiler nodes) {
        ASTIdentifier name = (ASTIdentifier) child(call, 0);
        int at = offset(name);
        if (name.getNamespace() != null) {
            throw NodeCompiler.forbidden(name);
        }
        Function function = Functions.named(name.getName()).orElseThrow(() -> unknown(name.getName(), at));
        if (given.size() < function.least() || given.size() > function.most()) {
            throw new ExpressionError(
                    at,
                    "Hàm " + function.name() + " nhận " + function.signature() + ", ở đây có " + given.size()
                            + " tham số.",
                    "The function " + function.name() + " takes " + function.signature() + "; here it has "
                            + given.size() + " arguments.");
        }
        return function.binding()
                .bind(new Arguments(
                        function,
                        given.stream().map(nodes::compile).toList(),
                        given.stream().map(NodeCompiler::offset).toList(),
                        tables));
    }

    private static ExpressionError unknown(String name, int at) {
        Text choices = Mistakes.choices(name, Functions.names());
        return new ExpressionError(
                at,
                "Không có hàm «" + name + "»; " + choices.vi() + ".",
                "There is no function «" + name + "»; " + choices.en() + ".");
    }
}
