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
    /** The key of its configuration that names the file it came with; no setting of the adapter. */
    public static final String BROUGHT_BY = "hub.brought.by";

    public DefaultInstance {
        values = Map.copyOf(values);
    }
}
