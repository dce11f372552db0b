package org.iochub.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A query string, decoded already: {@code a=1&b=2}. */
final class Query {
    private Query() {}

    static Map<String, List<String>> of(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            values.computeIfAbsent(equals < 0 ? pair : pair.substring(0, equals), name -> new ArrayList<>())
                    .add(equals < 0 ? null : pair.substring(equals + 1));
        }
        return values;
    }
}
