package org.iochub.declarative.internal.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * A YAML text as a tree, with the place of every key and value.
 *
 * @param root the tree
 * @param keys where the key stands, by JSON Pointer of its value
 * @param values where the value's content begins, by JSON Pointer
 */
public record YamlFile(JsonNode root, Map<String, Place> keys, Map<String, Place> values) {
    public YamlFile {
        keys = Map.copyOf(keys);
        values = Map.copyOf(values);
    }

    /** Where the key or, in a list, the value is; of something that is not there, where its nearest parent is. */
    public Place place(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Place found = keys.getOrDefault(at, values.get(at));
            if (found != null) {
                return found;
            }
        }
        return Place.START;
    }

    /** Where the value's content begins. */
    public Optional<Place> value(String pointer) {
        return Optional.ofNullable(values.get(pointer));
    }
}
