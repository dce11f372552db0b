package org.iochub.declarative.internal.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.iochub.declarative.internal.expression.Scope;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.schema.Shape;

/**
 * How one field is filled. Immutable.
 *
 * @param mapped whether the file says anything about it
 * @param hidden faults must not show what stood there
 */
record FieldPlan(
        Shape.Component component, Filler filler, boolean mapped, boolean hidden, Function<Object, Object> wrap) {
    FieldPlan(Shape.Component component, Filler filler, boolean mapped, boolean hidden) {
        this(component, filler, mapped, hidden, wrapper(component));
    }

    String name() {
        return component.name();
    }

    /** @return null for nothing */
    Object value(Scope scope) {
        try {
            return filler.fill(scope);
        } catch (FaultException e) {
            throw new FaultException(within(shown(e.fault())));
        }
    }

    /** As in {@code steps[2].org}. */
    private Fault within(Fault fault) {
        return fault.where().startsWith("[")
                ? new Fault(fault.code(), component.name() + fault.where(), fault.message())
                : fault.within(component.name());
    }

    private Fault shown(Fault fault) {
        return hidden ? Hidden.of(fault) : fault;
    }

    /** What the record's constructor takes. */
    Object wrapped(Object value) {
        return wrap.apply(value);
    }

    /** What it takes for a required field that a deletion can do without. */
    Object leftOut() {
        Class<?> type = component.valueClass();
        if (component.container() != Shape.Container.ONE || !type.isPrimitive()) {
            return component.container() == Shape.Container.ONE ? null : wrap.apply(null);
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == double.class) {
            return 0d;
        }
        return type == int.class ? (Object) 0 : (Object) 0L;
    }

    FaultException missing() {
        String hint = component.kind() == Shape.Kind.CODE ? " ({ constant: … }, code(…))" : "";
        return FaultException.of(
                "missing-field",
                component.name(),
                "Trường bắt buộc «" + component.name()
                        + "» không có giá trị ở bản ghi này; hãy bổ sung ở nguồn hoặc sửa" + " biểu thức" + hint + ".",
                "The required field «" + component.name() + "» has no value in this record; add it at the source, or"
                        + " mend the expression" + hint + ".");
    }

    private static Function<Object, Object> wrapper(Shape.Component component) {
        Class<?> type = component.valueClass();
        return switch (component.container()) {
            case ONE -> value -> value;
            case LIST -> value -> value == null ? List.of() : value;
            case MAP -> value -> value == null ? Map.of() : value;
            case OPTIONAL -> {
                if (type == int.class) {
                    yield value -> value == null ? OptionalInt.empty() : OptionalInt.of((Integer) value);
                }
                if (type == long.class) {
                    yield value -> value == null ? OptionalLong.empty() : OptionalLong.of((Long) value);
                }
                yield type == double.class
                        ? value -> value == null ? OptionalDouble.empty() : OptionalDouble.of((Double) value)
                        : Optional::ofNullable;
            }
        };
    }
}
