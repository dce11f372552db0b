package org.iochub.declarative.internal.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What a plain scalar means: as in JSON, so that {@code 01}, {@code 1_000}, {@code on}, {@code no} stay text. */
final class Scalars {
    private static final Pattern INTEGER = Pattern.compile("-?(?:0|[1-9]\\d{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9]\\d{0,17})\\.\\d{1,18}");

    private Scalars() {}

    static JsonNode plain(String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (text) {
            case "", "~", "null" -> json.nullNode();
            case "true" -> json.booleanNode(true);
            case "false" -> json.booleanNode(false);
            default -> {
                if (INTEGER.matcher(text).matches()) {
                    yield json.numberNode(Long.parseLong(text));
                }
                yield DECIMAL.matcher(text).matches() ? json.numberNode(new BigDecimal(text)) : json.textNode(text);
            }
        };
    }
}
