package org.iochub.declarative.internal;

import java.util.List;
import java.util.Map;
import org.iochub.api.SettingKey;
import org.iochub.api.Settings;

/** The settings that a file describes. */
record FileSettings(List<SettingKey> keys) implements Settings<DeclaredSettings> {
    FileSettings {
        keys = List.copyOf(keys);
    }

    @Override
    public DeclaredSettings bind(Map<String, Object> values) {
        return new DeclaredSettings(values);
    }
}
