package org.iochub.declarative.internal.expression;

/** A compiled part of an expression. Null stands for nothing; only this package and its functions see it. */
@FunctionalInterface
public interface Evaluator {
    /** @throws org.iochub.model.FaultException when a value cannot be understood */
    Object evaluate(Scope scope);

    /** A value that is always the same. */
    record Constant(Object value) implements Evaluator {
        @Override
        public Object evaluate(Scope scope) {
            return value;
        }
    }
}
