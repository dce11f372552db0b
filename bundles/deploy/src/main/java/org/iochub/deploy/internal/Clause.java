package org.iochub.deploy.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One clause of a bundle manifest header: {@code name;name;attribute="value";directive:=value}. */
record Clause(List<String> names, Map<String, String> attributes, Map<String, String> directives) {

    static List<Clause> parse(Optional<String> header) {
        return header.map(text -> split(text, ',').stream().map(Clause::one).toList())
                .orElse(List.of());
    }

    private static Clause one(String text) {
        List<String> names = new ArrayList<>();
        Map<String, String> attributes = new LinkedHashMap<>();
        Map<String, String> directives = new LinkedHashMap<>();
        for (String part : split(text, ';')) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                names.add(part);
            } else if (equals > 0 && part.charAt(equals - 1) == ':') {
                directives.put(part.substring(0, equals - 1).trim(), unquote(part.substring(equals + 1)));
            } else {
                // The type after a colon («version:Version») does not matter here.
                String name = part.substring(0, equals).split(":", 2)[0].trim();
                attributes.put(name, unquote(part.substring(equals + 1)));
            }
        }
        return new Clause(names, attributes, directives);
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            }
            if (c == separator && !quoted) {
                parts.add(part.toString().trim());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().trim());
        parts.removeIf(String::isEmpty);
        return parts;
    }

    private static String unquote(String text) {
        String value = text.trim();
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
