package org.iochub.declarative.internal;

import java.util.regex.Pattern;

/** How people write the place of a key: {@code map[0].fields.requestedAt}. */
public final class KeyPath {
    private static final Pattern INDEX = Pattern.compile("\\d+");

    private KeyPath() {}

    /** @param pointer a JSON Pointer */
    public static String of(String pointer) {
        StringBuilder path = new StringBuilder();
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            String name = step.replace("~1", "/").replace("~0", "~");
            // A code such as "1" looks like an index; in codes and lookups it is a key.
            if (INDEX.matcher(name).matches() && !path.toString().matches("(codes|lookups)\\..*")) {
                path.append('[').append(name).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(name);
            }
        }
        return path.toString();
    }

    /** The JSON Pointer of a child. */
    public static String child(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
