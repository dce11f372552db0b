package org.iochub.feed.internal.ngsild;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A record as NGSI-LD shows it. */
record Entity(String id, String type, Map<String, Attribute> attributes) {
    private static final String PREFIX = "urn:ngsi-ld:";

    static String id(String type, String record) {
        return PREFIX + type + ":" + record;
    }

    /** The two parts of an id given out here; null-free: an id of another form gives an empty type. */
    static String[] parts(String id) {
        int colon = id.lastIndexOf(':');
        return id.startsWith(PREFIX) && colon > PREFIX.length()
                ? new String[] {id.substring(PREFIX.length(), colon), id.substring(colon + 1)}
                : new String[] {"", ""};
    }

    /** Has one of these attributes; none named means all. */
    boolean hasAny(Set<String> names) {
        return names.isEmpty() || names.stream().anyMatch(attributes::containsKey);
    }

    /** @param names the attributes to show; empty for all */
    Map<String, Object> document(Form form, Set<String> names) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", id);
        document.put("type", type);
        attributes.forEach((name, attribute) -> {
            if (names.isEmpty() || names.contains(name)) {
                document.put(name, form == Form.NORMALIZED ? attribute.normalized() : attribute.value());
            }
        });
        return document;
    }

    /** How much of an attribute is written: all about it, or its value alone. */
    enum Form {
        NORMALIZED,
        KEY_VALUES
    }
}
