package org.iochub.core.source.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The text of an instance's {@code .cfg}. Changing a value leaves comments, order, and the lines of the other keys as
 * people wrote them, so that a value which the container fills in at its start stays a reference.
 */
final class ConfigText {
    private static final String SEPARATORS = "=: \t";

    private final String text;

    ConfigText(String text) {
        this.text = text;
    }

    /**
     * @param before what the keys mean now
     * @param after what they shall mean; keys that are missing here are dropped
     */
    String changed(Map<String, String> before, Map<String, String> after) {
        Map<String, String> missing = new LinkedHashMap<>(after);
        StringBuilder out = new StringBuilder();
        for (String entry : entries()) {
            String key = key(entry);
            if (key.isEmpty()) {
                out.append(entry).append('\n');
            } else if (missing.containsKey(key)) {
                String value = missing.remove(key);
                boolean same = value.equals(before.get(key));
                out.append(same ? entry : line(key, value)).append('\n');
            }
        }
        missing.forEach((key, value) -> out.append(line(key, value)).append('\n'));
        return out.toString();
    }

    /** Lines, those that go on in the next one joined with it. */
    private List<String> entries() {
        List<String> entries = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : text.lines().toList()) {
            open.append(open.isEmpty() ? "" : "\n").append(line);
            boolean comment = key(open.toString()).isEmpty();
            if (comment || !goesOn(line)) {
                entries.add(open.toString());
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            entries.add(open.toString());
        }
        return entries;
    }

    private static boolean goesOn(String line) {
        int slashes = 0;
        while (slashes < line.length() && line.charAt(line.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    /** The key of an entry; empty for a comment or a blank line. */
    private static String key(String entry) {
        String start = entry.stripLeading();
        if (start.isEmpty() || start.startsWith("#") || start.startsWith("!")) {
            return "";
        }
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < start.length() && SEPARATORS.indexOf(start.charAt(i)) < 0; i++) {
            if (start.charAt(i) == '\\' && i + 1 < start.length()) {
                i++;
            }
            key.append(start.charAt(i));
        }
        return key.toString();
    }

    private static String line(String key, String value) {
        String plain = key.codePoints()
                .mapToObj(c -> SEPARATORS.indexOf(c) >= 0 ? "\\" + Character.toString(c) : Character.toString(c))
                .collect(Collectors.joining());
        return plain + " = " + value.strip().replace("\\", "\\\\");
    }
}
