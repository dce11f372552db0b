package org.iochub.core.settings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iochub.api.Setting;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/**
 * Binds the keys of a configuration file to a settings record whose components carry {@link Setting}. Every mistake is
 * found in one go, and each fault names the key, what is wrong with it and what it should look like.
 *
 * @param <S> the settings record
 */
public final class SettingsBinder<S extends Record> {
    /** What binding gave: settings, or everything that is wrong. */
    public sealed interface Result<S> {
        record Bound<S>(S settings) implements Result<S> {}

        record Wrong<S>(List<Fault> faults) implements Result<S> {}
    }

    private final Class<S> type;
    private final SettingValues values;

    public SettingsBinder(Class<S> type, SettingValues values) {
        this.type = type;
        this.values = values;
    }

    /**
     * @param given the file's keys, those of the hub itself removed
     */
    public Result<S> bind(Map<String, String> given) {
        List<Fault> faults = new ArrayList<>();
        RecordComponent[] components = type.getRecordComponents();
        Set<String> known = new TreeSet<>();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            known.add(components[i].getName());
            try {
                arguments[i] = value(components[i], Optional.ofNullable(given.get(components[i].getName())));
            } catch (FaultException e) {
                faults.add(e.fault());
            }
        }
        given.keySet().stream().filter(key -> !known.contains(key)).forEach(key -> faults.add(unknownKey(key, known)));
        return faults.isEmpty() ? construct(components, arguments) : new Result.Wrong<>(faults);
    }

    private Object value(RecordComponent component, Optional<String> given) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalArgumentException(type.getName() + "." + component.getName() + " lacks @Setting");
        }
        Optional<String> text = given.map(String::strip).filter(s -> !s.isEmpty());
        Type target = component.getGenericType();
        if (target instanceof ParameterizedType optional && optional.getRawType() == Optional.class) {
            return text.map(t -> values.parse(component.getName(), optional.getActualTypeArguments()[0], t, setting));
        }
        if (text.isEmpty() && setting.byDefault().isEmpty() && !isList(target)) {
            throw missing(component.getName(), setting);
        }
        return values.parse(component.getName(), target, text.orElse(setting.byDefault()), setting);
    }

    private static boolean isList(Type target) {
        return target instanceof ParameterizedType list && list.getRawType() == List.class;
    }

    private Result<S> construct(RecordComponent[] components, Object[] arguments) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            // The adapter's settings record is package-private: nobody but the hub needs to make one.
            constructor.setAccessible(true);
            return new Result.Bound<>(constructor.newInstance(arguments));
        } catch (InvocationTargetException e) {
            return new Result.Wrong<>(List.of(
                    e.getCause() instanceof FaultException fault
                            ? fault.fault()
                            : Fault.of(
                                    "bad-setting",
                                    "",
                                    "Cấu hình không dùng được: " + e.getCause().getMessage(),
                                    "These settings do not fit together: "
                                            + e.getCause().getMessage())));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " cannot be constructed", e);
        }
    }

    private static FaultException missing(String key, Setting setting) {
        String example = setting.example().isEmpty() ? "" : key + " = " + setting.example();
        return FaultException.of(
                "missing-setting",
                key,
                "Thiếu khóa «" + key + "» (" + setting.vi() + ")"
                        + (example.isEmpty() ? "." : "; ví dụ: " + example + "."),
                "The key «" + key + "» (" + setting.en() + ") is missing"
                        + (example.isEmpty() ? "." : "; for example: " + example + "."));
    }

    private static Fault unknownKey(String key, Set<String> known) {
        String nearest = Nearest.of(key, known).map(k -> "«" + k + "»").orElse(String.join(", ", known));
        return Fault.of(
                "unknown-setting",
                key,
                "Không có khóa «" + key + "»; có lẽ là " + nearest + ".",
                "There is no key «" + key + "»; perhaps " + nearest + " is meant.");
    }
}
