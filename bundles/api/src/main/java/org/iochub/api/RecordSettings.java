package org.iochub.api;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/** Settings as a record's annotated components describe them. */
final class RecordSettings<R extends Record> implements Settings<R> {
    private static final Map<Class<?>, SettingKey.Kind> KINDS = Map.ofEntries(
            Map.entry(String.class, SettingKey.Kind.TEXT),
            Map.entry(int.class, SettingKey.Kind.INTEGER),
            Map.entry(Integer.class, SettingKey.Kind.INTEGER),
            Map.entry(long.class, SettingKey.Kind.INTEGER),
            Map.entry(Long.class, SettingKey.Kind.INTEGER),
            Map.entry(double.class, SettingKey.Kind.DECIMAL),
            Map.entry(Double.class, SettingKey.Kind.DECIMAL),
            Map.entry(boolean.class, SettingKey.Kind.BOOLEAN),
            Map.entry(Boolean.class, SettingKey.Kind.BOOLEAN),
            Map.entry(Duration.class, SettingKey.Kind.DURATION),
            Map.entry(URI.class, SettingKey.Kind.URI),
            Map.entry(Secret.class, SettingKey.Kind.SECRET));

    private final Class<R> type;
    private final List<Component> components;

    /** @param valueClass of the value, or of each element of a list */
    private record Component(SettingKey key, Class<?> raw, Class<?> valueClass) {}

    RecordSettings(Class<R> type) {
        this.type = Objects.requireNonNull(type, "type");
        this.components =
                Arrays.stream(type.getRecordComponents()).map(this::component).toList();
    }

    private Component component(RecordComponent component) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalArgumentException(type.getName() + "." + component.getName() + " lacks @Setting");
        }
        Type inner = component.getGenericType();
        boolean optional = component.getType() == Optional.class;
        if (optional) {
            inner = argument(inner);
        }
        boolean list = inner instanceof ParameterizedType wrapped && wrapped.getRawType() == List.class;
        if (list) {
            inner = argument(inner);
        }
        if (!(inner instanceof Class<?> value) || !value.isEnum() && !KINDS.containsKey(value)) {
            throw new IllegalArgumentException(
                    "setting " + component.getName() + " has the unsupported type " + component.getGenericType());
        }
        long least = value == int.class || value == Integer.class ? Integer.MIN_VALUE : Long.MIN_VALUE;
        long most = value == int.class || value == Integer.class ? Integer.MAX_VALUE : Long.MAX_VALUE;
        SettingKey key = new SettingKey(
                component.getName(),
                value.isEnum() ? SettingKey.Kind.CHOICE : KINDS.get(value),
                list,
                optional,
                Text.of(setting.vi(), setting.en()),
                setting.byDefault(),
                setting.example(),
                Math.max(least, setting.min()),
                Math.min(most, setting.max()),
                setting.pattern(),
                value.isEnum()
                        ? Arrays.stream(value.getEnumConstants())
                                .map(RecordSettings::word)
                                .toList()
                        : List.of());
        return new Component(key, component.getType(), value);
    }

    private static Type argument(Type generic) {
        return generic instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[0]
                : Object.class;
    }

    private static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public List<SettingKey> keys() {
        return components.stream().map(Component::key).toList();
    }

    @Override
    public R bind(Map<String, Object> values) {
        Object[] arguments = components.stream()
                .map(component -> argument(
                        component,
                        Optional.ofNullable(values.get(component.key().name()))))
                .toArray();
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            // The adapter's settings record may be package-private: nobody but the hub needs to make one.
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof FaultException fault
                    ? fault
                    : FaultException.of(
                            "bad-setting",
                            "",
                            "Cấu hình không dùng được: " + e.getCause().getMessage(),
                            "These settings do not fit together: "
                                    + e.getCause().getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " cannot be constructed", e);
        }
    }

    private static Object argument(Component component, Optional<Object> value) {
        Optional<Object> converted = value.map(given -> given instanceof List<?> list
                ? list.stream()
                        .map(element -> convert(component.valueClass, element))
                        .toList()
                : convert(component.valueClass, given));
        if (component.raw == Optional.class) {
            return converted;
        }
        return converted.orElseGet(() -> component.key.list() ? List.of() : null);
    }

    private static Object convert(Class<?> target, Object value) {
        if (target.isEnum()) {
            return Arrays.stream(target.getEnumConstants())
                    .filter(constant -> word(constant).equals(value))
                    .findFirst()
                    .orElseThrow();
        }
        boolean narrow = target == int.class || target == Integer.class;
        return narrow ? (Object) ((Long) value).intValue() : value;
    }
}
