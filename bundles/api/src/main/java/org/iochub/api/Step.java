package org.iochub.api;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a field of a record came by its value.
 *
 * @param field its name in the model
 * @param from what was read of the raw form, by the names it has there
 * @param to what became of it
 * @param why the rule that made it so: the mapping's expression
 */
public record Step(String field, Map<String, String> from, String to, String why) {
    public Step {
        from = java.util.Collections.unmodifiableMap(new TreeMap<>(from));
    }

    /** Whether the value is another than what was read. */
    public boolean changes() {
        return from.size() != 1 || !from.containsValue(to);
    }
}
