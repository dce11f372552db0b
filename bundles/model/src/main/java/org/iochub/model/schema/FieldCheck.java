package org.iochub.model.schema;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.iochub.model.Fault;

/** Checks one component: takes the container apart and hands each value to a {@link ValueCheck}. */
final class FieldCheck {
    private final String name;
    private final MethodHandle getter;
    private final ValueCheck value;
    private final int maxItems;

    private FieldCheck(Shape.Component component) {
        this.name = component.name();
        this.getter = component.getter();
        this.value = ValueCheck.of(component);
        this.maxItems = component.field().maxItems();
    }

    static FieldCheck of(Shape.Component component) {
        return new FieldCheck(component);
    }

    List<Fault> check(Object data) {
        Object read = read(data);
        if (read == null) {
            return List.of(Faults.required(name));
        }
        if (read instanceof Optional<?> optional) {
            return optional.isPresent() ? value.check(name, optional.get()) : List.of();
        }
        if (read instanceof OptionalInt optional) {
            return optional.isPresent() ? value.check(name, (long) optional.getAsInt()) : List.of();
        }
        if (read instanceof OptionalLong optional) {
            return optional.isPresent() ? value.check(name, optional.getAsLong()) : List.of();
        }
        if (read instanceof OptionalDouble optional) {
            return optional.isPresent() ? value.check(name, optional.getAsDouble()) : List.of();
        }
        if (read instanceof List<?> list) {
            return checkAll(list);
        }
        if (read instanceof Map<?, ?> map) {
            return checkAll(map);
        }
        return value.check(name, read);
    }

    private Object read(Object data) {
        try {
            return (Object) getter.invokeExact(data);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }

    private List<Fault> checkAll(List<?> list) {
        if (list.isEmpty()) {
            return List.of();
        }
        if (list.size() > maxItems) {
            return List.of(Faults.tooMany(name, list.size(), maxItems));
        }
        List<Fault> faults = null;
        for (int i = 0; i < list.size(); i++) {
            // The path is put together only where something is wrong.
            List<Fault> found = list.get(i) == null ? List.of(Faults.required("")) : value.check("", list.get(i));
            if (!found.isEmpty()) {
                faults = faults == null ? new ArrayList<>() : faults;
                for (Fault fault : found) {
                    faults.add(fault.within(name + "[" + i + "]"));
                }
            }
        }
        return faults == null ? List.of() : faults;
    }

    private List<Fault> checkAll(Map<?, ?> map) {
        if (map.isEmpty()) {
            return List.of();
        }
        if (map.size() > maxItems) {
            return List.of(Faults.tooMany(name, map.size(), maxItems));
        }
        List<Fault> faults = new ArrayList<>();
        map.forEach((key, element) -> {
            if (key == null || element == null) {
                faults.add(Faults.required(name + "." + key));
            } else {
                value.check("", element).forEach(fault -> faults.add(fault.within(name + "." + key)));
            }
        });
        return faults;
    }
}
