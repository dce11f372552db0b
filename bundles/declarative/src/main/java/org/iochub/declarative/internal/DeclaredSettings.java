package org.iochub.declarative.internal;

import java.util.Map;
import java.util.Optional;

/**
 * What an instance of a declarative source is told.
 *
 * @param values by key, each of its kind; keys without a value are absent
 */
public record DeclaredSettings(Map<String, Object> values) {
    public DeclaredSettings {
        values = Map.copyOf(values);
    }

    public Optional<Object> value(String key) {
        return Optional.ofNullable(values.get(key));
    }
}
