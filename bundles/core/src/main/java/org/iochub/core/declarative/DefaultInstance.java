package org.iochub.core.declarative;

import java.util.Map;

/**
 * An instance that a file brings along: what would stand in {@code org.iochub.source-<id>.cfg}, which counts more when it
 * is there.
 *
 * @param id of the instance
 * @param values every key of that file, {@code adapter} and {@code tenant} among them; secrets as references
 */
public record DefaultInstance(String id, Map<String, String> values) {
    public DefaultInstance {
        values = Map.copyOf(values);
    }
}
