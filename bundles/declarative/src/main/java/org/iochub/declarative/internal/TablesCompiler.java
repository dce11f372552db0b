package org.iochub.declarative.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iochub.declarative.internal.expression.function.NumberNotation;
import org.iochub.declarative.internal.expression.function.Tables;

/** Reads {@code codes}, {@code lookups} and {@code numbers}. */
final class TablesCompiler {
    private TablesCompiler() {}

    static Tables compile(JsonNode file) {
        Map<String, Map<String, String>> codes = new HashMap<>();
        file.path("codes").properties().forEach(map -> {
            Map<String, String> meanings = new LinkedHashMap<>();
            map.getValue()
                    .properties()
                    .forEach(code -> meanings.put(code.getKey(), code.getValue().asText()));
            codes.put(map.getKey(), Map.copyOf(meanings));
        });
        Map<String, Map<String, Object>> lookups = new HashMap<>();
        file.path("lookups").properties().forEach(table -> {
            Map<String, Object> entries = new HashMap<>();
            table.getValue().properties().forEach(entry -> entries.put(entry.getKey(), value(entry.getValue())));
            lookups.put(table.getKey(), Map.copyOf(entries));
        });
        return new Tables(
                codes,
                lookups,
                Optional.ofNullable(
                        NumberNotation.BY_CODE.get(file.path("numbers").asText())));
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> fields = new HashMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), value(field.getValue())));
            return Map.copyOf(fields);
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        return node.isNumber() ? (Object) node.decimalValue() : node.asText();
    }
}
