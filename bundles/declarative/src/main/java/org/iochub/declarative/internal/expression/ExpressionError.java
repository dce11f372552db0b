package org.iochub.declarative.internal.expression;

import org.iochub.model.Text;

/** An expression is wrong. Never leaves the compiler. */
public final class ExpressionError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int offset;
    private final transient Text text;

    /** @param offset of the character at fault, from 0 */
    public ExpressionError(int offset, Text text) {
        super(text.en(), null, false, false);
        this.offset = offset;
        this.text = text;
    }

    public ExpressionError(int offset, String vi, String en) {
        this(offset, Text.of(vi, en));
    }

    int offset() {
        return offset;
    }

    Text text() {
        return text;
    }
}
