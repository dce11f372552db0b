package org.iochub.declarative.internal.expression;

import static org.iochub.declarative.internal.expression.NodeCompiler.child;
import static org.iochub.declarative.internal.expression.NodeCompiler.children;
import static org.iochub.declarative.internal.expression.NodeCompiler.offset;

import java.util.List;
import java.util.Map;
import org.apache.commons.jexl3.parser.ASTArrayAccess;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTIdentifierAccess;
import org.apache.commons.jexl3.parser.ASTStringLiteral;
import org.apache.commons.jexl3.parser.JexlNode;

/** Compiles {@code a.b[0]['c']}: reads maps by key and lists by number, and never anything of Java. */
final class References {
    private final Names names;
    private final NodeCompiler nodes;

    References(Names names, NodeCompiler nodes) {
        this.names = names;
        this.nodes = nodes;
    }

    Evaluator compile(JexlNode reference) {
        List<JexlNode> steps = children(reference);
        int next = 1;
        Evaluator value;
        if (steps.get(0) instanceof ASTIdentifier name && name.getName().equals(Names.SETTINGS)) {
            value = names.setting(literal(steps.get(1)), offset(steps.get(1)));
            next = 2;
        } else {
            value = nodes.compile(steps.get(0));
        }
        for (JexlNode step : steps.subList(next, steps.size())) {
            value = step(value, step);
        }
        return value;
    }

    private static String literal(JexlNode step) {
        if (step instanceof ASTIdentifierAccess access && !access.isExpression()) {
            return access.getName();
        }
        if (step instanceof ASTArrayAccess access && child(access, 0) instanceof ASTStringLiteral text) {
            return text.getLiteral();
        }
        throw NodeCompiler.forbidden(step);
    }

    private Evaluator step(Evaluator from, JexlNode step) {
        if (step instanceof ASTIdentifierAccess access && !access.isExpression()) {
            Object key = access.getName();
            return scope -> read(from.evaluate(scope), key);
        }
        if (step instanceof ASTArrayAccess && step.jjtGetNumChildren() == 1) {
            Evaluator key = nodes.compile(child(step, 0));
            return scope -> read(from.evaluate(scope), key.evaluate(scope));
        }
        throw NodeCompiler.forbidden(step);
    }

    /** What is not there is nothing, however deep. */
    private static Object read(Object from, Object key) {
        if (key == null) {
            return null;
        }
        if (from instanceof Map<?, ?> map) {
            return map.get(key instanceof String ? key : Values.text(key));
        }
        if (from instanceof List<?> list && index(key) >= 0 && index(key) < list.size()) {
            return list.get(index(key));
        }
        return null;
    }

    private static int index(Object key) {
        if (key instanceof Number number) {
            return number.intValue();
        }
        String text = Values.text(key);
        return text.matches("\\d{1,8}") ? Integer.parseInt(text) : -1;
    }
}
