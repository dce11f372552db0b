package org.iochub.core.source;

import java.util.List;
import java.util.Map;
import org.iochub.api.SettingKey;

/**
 * What an instance is told.
 *
 * @param file its name; of one that came with a declarative source, the name that its own file would have
 * @param values by key, secrets replaced by {@link #HIDDEN}
 * @param keys what its adapter can be told; empty while the adapter is not here
 */
public record SourceConfiguration(String file, Map<String, String> values, List<SettingKey> keys) {
    /** Stands for a secret. */
    public static final String HIDDEN = "••••••";

    public SourceConfiguration {
        values = Map.copyOf(values);
        keys = List.copyOf(keys);
    }
}
