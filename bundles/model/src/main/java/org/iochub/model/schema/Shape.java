package org.iochub.model.schema;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.iochub.model.PersonalData;

/**
 * The fields of a record class as its components and their {@link Field} annotations describe them: the one reading
 * from which schema, validator, masking and the filling of declarative sources are made.
 */
public record Shape(Class<?> type, List<Shape.Component> components) {
    /** What holds the value. */
    public enum Container {
        ONE,
        OPTIONAL,
        LIST,
        MAP
    }

    /** What the value is. */
    public enum Kind {
        TEXT,
        INTEGER,
        NUMBER,
        BOOLEAN,
        DATE,
        DATE_TIME,
        CODE,
        NESTED
    }

    /**
     * @param valueClass the class of the value, or of the elements
     * @param getter reads the component, as {@code (Object)Object}
     */
    public record Component(
            String name, Field field, Container container, Kind kind, Class<?> valueClass, MethodHandle getter) {
        /** Whether a record without it is wrong. */
        public boolean required() {
            return container == Container.ONE;
        }

        /** Whether it is somebody's personal data. */
        public boolean isPersonal() {
            return field.personal() != PersonalData.NONE;
        }
    }

    private static final Map<Class<?>, Kind> KINDS = Map.ofEntries(
            Map.entry(String.class, Kind.TEXT),
            Map.entry(int.class, Kind.INTEGER),
            Map.entry(Integer.class, Kind.INTEGER),
            Map.entry(long.class, Kind.INTEGER),
            Map.entry(Long.class, Kind.INTEGER),
            Map.entry(double.class, Kind.NUMBER),
            Map.entry(Double.class, Kind.NUMBER),
            Map.entry(BigDecimal.class, Kind.NUMBER),
            Map.entry(boolean.class, Kind.BOOLEAN),
            Map.entry(Boolean.class, Kind.BOOLEAN),
            Map.entry(LocalDate.class, Kind.DATE),
            Map.entry(OffsetDateTime.class, Kind.DATE_TIME));

    private static final Map<Class<?>, Class<?>> OPTIONALS =
            Map.of(OptionalInt.class, int.class, OptionalLong.class, long.class, OptionalDouble.class, double.class);

    /**
     * @throws IllegalArgumentException when the class breaks the rules of the model; the message says which and where
     */
    public static Shape of(Class<?> type) {
        return of(type, List.of());
    }

    private static Shape of(Class<?> type, List<Class<?>> outer) {
        if (!type.isRecord() || !Modifier.isPublic(type.getModifiers())) {
            throw new IllegalArgumentException(type.getName() + " must be a public record");
        }
        if (outer.contains(type)) {
            throw new IllegalArgumentException(type.getName() + " contains itself");
        }
        List<Class<?>> chain = new ArrayList<>(outer);
        chain.add(type);
        return new Shape(
                type,
                Arrays.stream(type.getRecordComponents())
                        .map(component -> component(component, chain))
                        .toList());
    }

    private static Component component(RecordComponent component, List<Class<?>> chain) {
        String where = component.getDeclaringRecord().getSimpleName() + "." + component.getName();
        Field field = component.getAnnotation(Field.class);
        if (field == null) {
            throw new IllegalArgumentException(where + " has no @Field");
        }
        Container container = container(component.getType());
        Class<?> value = valueClass(component, container, where);
        Kind kind = kind(value, where);
        if (kind == Kind.NESTED) {
            of(value, chain);
        }
        Component described =
                new Component(component.getName(), field, container, kind, value, getter(component, where));
        if (described.isPersonal() && described.required()) {
            throw new IllegalArgumentException(where + " is personal, so it must be an Optional or a List");
        }
        if (described.isPersonal() && !field.pattern().isEmpty() && field.mask() != Mask.DROP) {
            throw new IllegalArgumentException(where + " is personal: masked, it would break its own pattern");
        }
        return described;
    }

    private static Container container(Class<?> raw) {
        if (raw == Optional.class || OPTIONALS.containsKey(raw)) {
            return Container.OPTIONAL;
        }
        if (raw == List.class) {
            return Container.LIST;
        }
        return raw == Map.class ? Container.MAP : Container.ONE;
    }

    private static Class<?> valueClass(RecordComponent component, Container container, String where) {
        Class<?> raw = component.getType();
        if (container == Container.ONE) {
            return raw;
        }
        if (OPTIONALS.containsKey(raw)) {
            return OPTIONALS.get(raw);
        }
        Type[] arguments = component.getGenericType() instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()
                : new Type[0];
        if (container == Container.MAP && (arguments.length != 2 || arguments[0] != String.class)) {
            throw new IllegalArgumentException(where + ": keys of a map must be strings");
        }
        if (arguments.length == 0 || !(arguments[arguments.length - 1] instanceof Class<?> value)) {
            throw new IllegalArgumentException(where + ": what it contains must be a plain class");
        }
        return value;
    }

    private static Kind kind(Class<?> value, String where) {
        if (value.isEnum()) {
            return Kind.CODE;
        }
        if (value.isRecord()) {
            return Kind.NESTED;
        }
        Kind kind = KINDS.get(value);
        if (kind == null) {
            throw new IllegalArgumentException(where + ": the model has no fields of " + value.getName());
        }
        return kind;
    }

    private static MethodHandle getter(RecordComponent component, String where) {
        try {
            return MethodHandles.publicLookup()
                    .unreflect(component.getAccessor())
                    .asType(MethodType.genericMethodType(1));
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(where + " cannot be read", e);
        }
    }
}
