package org.iochub.conformance.adapter;

import java.util.Map;
import java.util.Optional;

/**
 * A raw message with the changes it should give.
 *
 * @param name the case
 * @param file the raw message's file
 * @param raw not copied, not to be changed
 * @param attributes what the transport said; {@code name} and {@code receivedAt} among them are the message's own
 * @param expected the text of {@code <case>.expected.json}
 */
public record Fixture(String name, String file, byte[] raw, Map<String, String> attributes, Optional<byte[]> expected) {
    static final String EXPECTED = ".expected.json";
    static final String ATTRIBUTES = ".attributes.properties";
    /** Cases of this name hold records that cannot be taken. */
    private static final String POISON = "poison";

    public boolean poison() {
        return name.startsWith(POISON);
    }

    public String expectedFile() {
        return name + EXPECTED;
    }
}
