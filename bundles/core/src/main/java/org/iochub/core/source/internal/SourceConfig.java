package org.iochub.core.source.internal;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The configuration of one instance as its file says it.
 *
 * @param file the file's name, for people
 * @param values every key of the file but those of the container
 */
record SourceConfig(String id, String file, Map<String, String> values) {
    SourceConfig {
        values = Map.copyOf(values);
    }

    Optional<String> adapter() {
        return Optional.ofNullable(values.get("adapter")).map(String::strip).filter(s -> !s.isEmpty());
    }

    Optional<String> tenant() {
        return Optional.ofNullable(values.get("tenant")).map(String::strip).filter(s -> !s.isEmpty());
    }

    /** What belongs to the adapter. */
    Map<String, String> adapterValues() {
        Map<String, String> own = new TreeMap<>(values);
        own.remove("adapter");
        own.remove("tenant");
        own.keySet().removeAll(ArchiveSettings.KEYS);
        own.keySet().removeAll(AlertSettings.KEYS);
        return own;
    }
}
