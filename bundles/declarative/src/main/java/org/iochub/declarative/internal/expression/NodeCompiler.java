package org.iochub.declarative.internal.expression;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.jexl3.parser.ASTAddNode;
import org.apache.commons.jexl3.parser.ASTAndNode;
import org.apache.commons.jexl3.parser.ASTArrayLiteral;
import org.apache.commons.jexl3.parser.ASTDivNode;
import org.apache.commons.jexl3.parser.ASTEQNode;
import org.apache.commons.jexl3.parser.ASTERNode;
import org.apache.commons.jexl3.parser.ASTEWNode;
import org.apache.commons.jexl3.parser.ASTEmptyFunction;
import org.apache.commons.jexl3.parser.ASTFalseNode;
import org.apache.commons.jexl3.parser.ASTFunctionNode;
import org.apache.commons.jexl3.parser.ASTGENode;
import org.apache.commons.jexl3.parser.ASTGTNode;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTLENode;
import org.apache.commons.jexl3.parser.ASTLTNode;
import org.apache.commons.jexl3.parser.ASTModNode;
import org.apache.commons.jexl3.parser.ASTMulNode;
import org.apache.commons.jexl3.parser.ASTNENode;
import org.apache.commons.jexl3.parser.ASTNEWNode;
import org.apache.commons.jexl3.parser.ASTNRNode;
import org.apache.commons.jexl3.parser.ASTNSWNode;
import org.apache.commons.jexl3.parser.ASTNotNode;
import org.apache.commons.jexl3.parser.ASTNullLiteral;
import org.apache.commons.jexl3.parser.ASTNullpNode;
import org.apache.commons.jexl3.parser.ASTNumberLiteral;
import org.apache.commons.jexl3.parser.ASTOrNode;
import org.apache.commons.jexl3.parser.ASTReference;
import org.apache.commons.jexl3.parser.ASTReferenceExpression;
import org.apache.commons.jexl3.parser.ASTSWNode;
import org.apache.commons.jexl3.parser.ASTSizeFunction;
import org.apache.commons.jexl3.parser.ASTStringLiteral;
import org.apache.commons.jexl3.parser.ASTSubNode;
import org.apache.commons.jexl3.parser.ASTTernaryNode;
import org.apache.commons.jexl3.parser.ASTTrueNode;
import org.apache.commons.jexl3.parser.ASTUnaryMinusNode;
import org.apache.commons.jexl3.parser.ASTUnaryPlusNode;
import org.apache.commons.jexl3.parser.JexlNode;

/**
 * Turns JEXL's tree into evaluators. Knows the nodes that only compute, and refuses every other: what is not listed here
 * cannot run, whatever the grammar takes.
 */
final class NodeCompiler {
    private final Operators operators = new Operators();
    private final Names names;
    private final References references;
    private final Calls calls;

    NodeCompiler(Names names, Calls calls) {
        this.names = names;
        this.references = new References(names, this);
        this.calls = calls;
    }

    /** @throws ExpressionError at the first thing that is wrong */
    Evaluator compile(JexlNode node) {
        if (node instanceof ASTIdentifier name) {
            return names.name(name.getName(), offset(node));
        }
        if (node instanceof ASTStringLiteral text) {
            return new Evaluator.Constant(text.getLiteral());
        }
        if (node instanceof ASTNumberLiteral number) {
            return new Evaluator.Constant(Values.number(number.getLiteral()));
        }
        if (node instanceof ASTTrueNode || node instanceof ASTFalseNode) {
            return new Evaluator.Constant(node instanceof ASTTrueNode);
        }
        if (node instanceof ASTNullLiteral) {
            return new Evaluator.Constant(null);
        }
        if (node instanceof ASTReferenceExpression) {
            return compile(child(node, 0));
        }
        if (node instanceof ASTReference) {
            return references.compile(node);
        }
        if (node instanceof ASTFunctionNode) {
            return calls.compile(node, children(child(node, 1)), this);
        }
        return node instanceof ASTArrayLiteral ? list(children(node)) : logic(node);
    }

    private Evaluator list(List<JexlNode> nodes) {
        List<Evaluator> elements = nodes.stream().map(this::compile).toList();
        return scope -> {
            List<Object> values = new ArrayList<>(elements.size());
            for (Evaluator element : elements) {
                Object value = element.evaluate(scope);
                if (value != null) {
                    values.add(value);
                }
            }
            return values;
        };
    }

    private Evaluator logic(JexlNode node) {
        if (node instanceof ASTAndNode) {
            List<Evaluator> all = children(node).stream().map(this::compile).toList();
            return scope -> all.stream().allMatch(one -> Values.truth(one.evaluate(scope)));
        }
        if (node instanceof ASTOrNode) {
            List<Evaluator> all = children(node).stream().map(this::compile).toList();
            return scope -> all.stream().anyMatch(one -> Values.truth(one.evaluate(scope)));
        }
        if (node instanceof ASTTernaryNode) {
            return ternary(children(node).stream().map(this::compile).toList());
        }
        if (node instanceof ASTNullpNode) {
            return otherwise(compile(child(node, 0)), compile(child(node, 1)));
        }
        return node.jjtGetNumChildren() == 1 ? unary(node) : binary(node);
    }

    /** {@code a ? b : c}, or {@code a ?: c}. */
    private static Evaluator ternary(List<Evaluator> parts) {
        if (parts.size() == 2) {
            return otherwise(parts.get(0), parts.get(1));
        }
        return scope ->
                parts.get(Values.truth(parts.get(0).evaluate(scope)) ? 1 : 2).evaluate(scope);
    }

    private static Evaluator otherwise(Evaluator wanted, Evaluator otherwise) {
        return scope -> {
            Object value = wanted.evaluate(scope);
            return Values.empty(value) ? otherwise.evaluate(scope) : value;
        };
    }

    private Evaluator unary(JexlNode node) {
        if (!(node instanceof ASTNotNode
                || node instanceof ASTEmptyFunction
                || node instanceof ASTSizeFunction
                || node instanceof ASTUnaryMinusNode
                || node instanceof ASTUnaryPlusNode)) {
            throw forbidden(node);
        }
        Evaluator value = compile(child(node, 0));
        if (node instanceof ASTNotNode) {
            return scope -> !Values.truth(value.evaluate(scope));
        }
        if (node instanceof ASTEmptyFunction) {
            return scope -> Values.empty(value.evaluate(scope));
        }
        if (node instanceof ASTSizeFunction) {
            return scope -> Values.size(value.evaluate(scope));
        }
        return node instanceof ASTUnaryMinusNode ? operators.negate(value) : value;
    }

    private Evaluator binary(JexlNode node) {
        if (node.jjtGetNumChildren() != 2) {
            throw forbidden(node);
        }
        Evaluator left = compile(child(node, 0));
        Evaluator right = compile(child(node, 1));
        if (node instanceof ASTEQNode || node instanceof ASTNENode) {
            return operators.equal(node instanceof ASTEQNode, left, right);
        }
        if (node instanceof ASTAddNode) {
            return operators.add(left, right);
        }
        if (node instanceof ASTSubNode) {
            return operators.compute(JexlArithmetic::subtract, left, right);
        }
        if (node instanceof ASTMulNode) {
            return operators.compute(JexlArithmetic::multiply, left, right);
        }
        if (node instanceof ASTDivNode) {
            return operators.divide(left, right);
        }
        if (node instanceof ASTModNode) {
            return operators.compute(JexlArithmetic::mod, left, right);
        }
        return comparison(node, left, right);
    }

    private Evaluator comparison(JexlNode node, Evaluator left, Evaluator right) {
        if (node instanceof ASTLTNode) {
            return operators.compare(order -> order < 0, left, right);
        }
        if (node instanceof ASTLENode) {
            return operators.compare(order -> order <= 0, left, right);
        }
        if (node instanceof ASTGTNode) {
            return operators.compare(order -> order > 0, left, right);
        }
        if (node instanceof ASTGENode) {
            return operators.compare(order -> order >= 0, left, right);
        }
        if (node instanceof ASTERNode || node instanceof ASTNRNode) {
            return operators.contained(node instanceof ASTERNode, left, right, offset(child(node, 1)));
        }
        if (node instanceof ASTSWNode || node instanceof ASTNSWNode) {
            return operators.starts(node instanceof ASTSWNode, left, right);
        }
        if (node instanceof ASTEWNode || node instanceof ASTNEWNode) {
            return operators.ends(node instanceof ASTEWNode, left, right);
        }
        throw forbidden(node);
    }

    static ExpressionError forbidden(JexlNode node) {
        return new ExpressionError(
                offset(node),
                "Phần này của biểu thức không được phép; chỉ dùng trường, hằng, toán tử so sánh và tính toán, và các hàm"
                        + " của hub.",
                "This part of the expression is not allowed; use fields, constants, operators that compare and compute,"
                        + " and the hub's functions only.");
    }

    static JexlNode child(JexlNode node, int index) {
        return (JexlNode) node.jjtGetChild(index);
    }

    static List<JexlNode> children(JexlNode node) {
        List<JexlNode> children = new ArrayList<>();
        for (int i = 0; i < node.jjtGetNumChildren(); i++) {
            children.add(child(node, i));
        }
        return children;
    }

    static int offset(JexlNode node) {
        return node.getLine() > 1 ? 0 : Math.max(0, node.getColumn() - 1);
    }
}
