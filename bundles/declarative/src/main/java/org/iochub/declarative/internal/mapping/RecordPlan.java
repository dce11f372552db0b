package org.iochub.declarative.internal.mapping;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.iochub.declarative.internal.expression.Scope;
import org.iochub.model.schema.Shape;

/** Builds one record, or a nested one, from a row. Immutable; safe for any number of threads. */
final class RecordPlan {
    private final FieldPlan[] fields;
    private final MethodHandle constructor;

    /** @param fields one for each component, in order */
    RecordPlan(Shape shape, List<FieldPlan> fields) {
        this.fields = fields.toArray(FieldPlan[]::new);
        this.constructor = constructor(shape);
    }

    private static MethodHandle constructor(Shape shape) {
        Class<?>[] types = Arrays.stream(shape.type().getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return MethodHandles.publicLookup()
                    .findConstructor(shape.type(), MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(shape.type() + " cannot be constructed", e);
        }
    }

    /**
     * The record whole.
     *
     * @throws org.iochub.model.FaultException {@code missing-field} and what the fields' values bring
     */
    Object record(Scope scope) {
        return build(values(scope), false);
    }

    /** As much of it as a deletion needs: what is required may be missing. */
    Object forDeletion(Scope scope) {
        return build(values(scope), true);
    }

    /** Null when nothing stands in it but what is always the same, and something might. */
    Object orNothing(Scope scope) {
        Object[] values = values(scope);
        boolean mayVary = false;
        for (int i = 0; i < values.length; i++) {
            boolean varies = fields[i].mapped() && !(fields[i].filler() instanceof Filler.Fixed);
            if (varies && values[i] != null) {
                return build(values, false);
            }
            mayVary |= varies;
        }
        return mayVary ? null : build(values, false);
    }

    private Object[] values(Scope scope) {
        Object[] values = new Object[fields.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = fields[i].value(scope);
        }
        return values;
    }

    private Object build(Object[] values, boolean deletion) {
        for (int i = 0; i < values.length; i++) {
            FieldPlan field = fields[i];
            if (values[i] == null && field.component().required()) {
                if (!deletion) {
                    throw field.missing();
                }
                values[i] = field.leftOut();
            } else {
                values[i] = field.wrapped(values[i]);
            }
        }
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a record's constructor throws nothing that is checked", e);
        }
    }
}
