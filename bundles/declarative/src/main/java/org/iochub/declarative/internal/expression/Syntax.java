package org.iochub.declarative.internal.expression;

import java.util.Optional;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.internal.ScriptVisitor;
import org.apache.commons.jexl3.introspection.JexlPermissions;
import org.apache.commons.jexl3.parser.ASTJexlScript;
import org.apache.commons.jexl3.parser.JexlNode;

/** JEXL's grammar, cut down to expressions. Safe for any number of threads. */
final class Syntax {
    private final JexlEngine engine = new JexlBuilder()
            .features(features())
            .permissions(JexlPermissions.RESTRICTED)
            .cache(0)
            .silent(false)
            .create();

    private static JexlFeatures features() {
        return JexlFeatures.createNone()
                .arrayReferenceExpr(true)
                .structuredLiteral(true)
                .script(false)
                .newInstance(false)
                .loops(false)
                .lambda(false)
                .thinArrow(false)
                .fatArrow(false)
                .methodCall(false)
                .annotation(false)
                .pragma(false)
                .importPragma(false)
                .namespacePragma(false)
                .localVar(false)
                .register(false)
                .sideEffect(false)
                .sideEffectGlobal(false)
                .comparatorNames(true);
    }

    /**
     * Empty when nothing is said.
     *
     * @throws org.apache.commons.jexl3.JexlException with the place of the error
     */
    Optional<JexlNode> parse(String text) {
        JexlNode root =
                (JexlNode) new Root().visitExpression(engine.createExpression(new JexlInfo("", 1, 1), text), text);
        return root.jjtGetNumChildren() == 0 ? Optional.empty() : Optional.of((JexlNode) root.jjtGetChild(0));
    }

    /** Gives the parsed tree instead of walking it. */
    private static final class Root extends ScriptVisitor {
        @Override
        protected Object visit(ASTJexlScript script, Object data) {
            return script;
        }
    }
}
