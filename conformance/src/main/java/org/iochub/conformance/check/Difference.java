package org.iochub.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The first place where two trees differ.
 *
 * @param path such as {@code [2].data.status}
 * @param expected as JSON; empty for nothing
 * @param actual as JSON; empty for nothing
 */
record Difference(String path, String expected, String actual) {
    private static final int LONGEST = 80;

    static Optional<Difference> between(JsonNode expected, JsonNode actual) {
        return between("", expected, actual);
    }

    private static Optional<Difference> between(String path, JsonNode expected, JsonNode actual) {
        if (expected.equals(actual) || sameNumber(expected, actual)) {
            return Optional.empty();
        }
        if (expected.isObject() && actual.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            expected.fieldNames().forEachRemaining(names::add);
            actual.fieldNames().forEachRemaining(names::add);
            for (Iterator<String> all = names.iterator(); all.hasNext(); ) {
                String name = all.next();
                Optional<Difference> inner =
                        between(path + (path.isEmpty() ? "" : ".") + name, expected.path(name), actual.path(name));
                if (inner.isPresent()) {
                    return inner;
                }
            }
            return Optional.empty();
        }
        if (expected.isArray() && actual.isArray()) {
            for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
                Optional<Difference> inner = between(path + "[" + i + "]", expected.path(i), actual.path(i));
                if (inner.isPresent()) {
                    return inner;
                }
            }
            return Optional.empty();
        }
        return Optional.of(new Difference(path, shown(expected), shown(actual)));
    }

    /** A number that was read from a file may be of a smaller kind than the one that was written to it. */
    private static boolean sameNumber(JsonNode expected, JsonNode actual) {
        return expected.isNumber() && actual.isNumber() && expected.asText().equals(actual.asText());
    }

    private static String shown(JsonNode node) {
        String text = node.isMissingNode() ? "" : node.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
