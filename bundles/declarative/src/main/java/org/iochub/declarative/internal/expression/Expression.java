package org.iochub.declarative.internal.expression;

import java.util.Optional;

/** A compiled expression. Immutable; safe for any number of threads. */
public interface Expression {
    /**
     * @return text, {@code Long}, {@code java.math.BigDecimal}, {@code Boolean}, a {@code java.time} value, a list or a map;
     *     empty for null
     * @throws org.iochub.model.FaultException when a value cannot be understood; the fault says which
     */
    Optional<Object> evaluate(Scope scope);
}
