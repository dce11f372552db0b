package org.iochub.core.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iochub.api.SettingKey;
import org.iochub.api.Settings;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/**
 * Binds the keys of a configuration file to what an adapter works with. Every mistake is
 * found in one go, and each fault names the key, what is wrong with it and what it should look like.
 *
 * @param <S> the settings
 */
public final class SettingsBinder<S extends Record> {
    /** What binding gave: settings, or everything that is wrong. */
    public sealed interface Result<S> {
        record Bound<S>(S settings) implements Result<S> {}

        record Wrong<S>(List<Fault> faults) implements Result<S> {}
    }

    private final Settings<S> settings;
    private final SettingValues values;

    public SettingsBinder(Settings<S> settings, SettingValues values) {
        this.settings = settings;
        this.values = values;
    }

    /**
     * @param given the file's keys, those of the hub itself removed
     */
    public Result<S> bind(Map<String, String> given) {
        List<Fault> faults = new ArrayList<>();
        Set<String> known = new TreeSet<>();
        Map<String, Object> read = new HashMap<>();
        for (SettingKey key : settings.keys()) {
            known.add(key.name());
            try {
                value(key, Optional.ofNullable(given.get(key.name()))).ifPresent(value -> read.put(key.name(), value));
            } catch (FaultException e) {
                faults.add(e.fault());
            }
        }
        given.keySet().stream().filter(key -> !known.contains(key)).forEach(key -> faults.add(unknownKey(key, known)));
        if (!faults.isEmpty()) {
            return new Result.Wrong<>(faults);
        }
        try {
            return new Result.Bound<>(settings.bind(read));
        } catch (FaultException e) {
            return new Result.Wrong<>(List.of(e.fault()));
        }
    }

    private Optional<Object> value(SettingKey key, Optional<String> given) {
        Optional<String> text = given.map(String::strip).filter(s -> !s.isEmpty());
        if (text.isEmpty() && key.required()) {
            throw missing(key);
        }
        return text.or(() -> Optional.of(key.byDefault()).filter(s -> !key.optional() && !s.isEmpty()))
                .map(t -> values.parse(key, t));
    }

    private static FaultException missing(SettingKey setting) {
        String key = setting.name();
        String example = setting.example().isEmpty() ? "" : key + " = " + setting.example();
        return FaultException.of(
                "missing-setting",
                key,
                "Thiếu khóa «" + key + "» (" + setting.title().vi() + ")"
                        + (example.isEmpty() ? "." : "; ví dụ: " + example + "."),
                "The key «" + key + "» (" + setting.title().en() + ") is missing"
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
