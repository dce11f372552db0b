package org.iochub.declarative.internal.mapping;

import org.iochub.declarative.internal.expression.Scope;

/** Makes a value of an expression what a field of the model holds. Immutable. */
@FunctionalInterface
interface Coercion {
    /**
     * @param value not null
     * @return of the field's class; null for nothing, such as blank text
     * @throws org.iochub.model.FaultException when it is no such value
     */
    Object coerce(Object value, Scope scope);

    /** Of a value in the file itself; only for kinds that do not ask where and when they are read. */
    default Object coerce(Object value) {
        return coerce(value, null);
    }
}
