package org.iochub.declarative.internal.mapping;

import org.iochub.declarative.internal.expression.Scope;

/** Gives what a field, or an element of one, holds. Immutable. */
@FunctionalInterface
interface Filler {
    /** Nothing, always. */
    Filler NOTHING = scope -> null;

    /**
     * @return of the field's class, a list for lists, a map for maps; null for nothing
     * @throws org.iochub.model.FaultException when a value cannot be understood
     */
    Object fill(Scope scope);

    /** The same value for every record: says nothing about whether the record has anything. */
    record Fixed(Object value) implements Filler {
        @Override
        public Object fill(Scope scope) {
            return value;
        }
    }
}
