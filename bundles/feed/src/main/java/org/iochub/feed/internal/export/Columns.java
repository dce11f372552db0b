package org.iochub.feed.internal.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iochub.model.RecordType;
import org.iochub.model.Text;
import org.iochub.model.schema.JsonSchemas;

/** The columns of a type in the schema's order; the fields of a nested object stand apart. */
final class Columns {
    private static final int DEEPEST = 3;

    private final JsonNode schema;
    private final List<Column> columns = new ArrayList<>();

    private Columns(JsonNode schema) {
        this.schema = schema;
    }

    static List<Column> of(RecordType<?> type) {
        Columns all = new Columns(JsonSchemas.of(type, "urn:columns"));
        all.collect(all.schema, List.of(), List.of());
        return List.copyOf(all.columns);
    }

    private void collect(JsonNode object, List<String> path, List<Text> titles) {
        object.path("properties").properties().forEach(property -> {
            List<String> here = with(path, property.getKey());
            List<Text> named = with(titles, text(property.getValue().path("x-iochub-title")));
            JsonNode nested = resolved(property.getValue());
            if (nested.has("properties") && here.size() < DEEPEST) {
                collect(nested, here, named);
            } else {
                columns.add(new Column(here, joined(named), kind(property.getValue()), codes(property.getValue())));
            }
        });
    }

    private JsonNode resolved(JsonNode property) {
        String reference = property.path("$ref").asText("");
        return reference.startsWith("#/") ? schema.at(reference.substring(1)) : property;
    }

    private static Column.Kind kind(JsonNode property) {
        return switch (property.path("type").asText()) {
            case "integer", "number" -> property.has("enum") ? Column.Kind.TEXT : Column.Kind.NUMBER;
            case "boolean" -> Column.Kind.BOOLEAN;
            case "string" ->
                switch (property.path("format").asText()) {
                    case "date" -> Column.Kind.DATE;
                    case "date-time" -> Column.Kind.DATE_TIME;
                    default -> Column.Kind.TEXT;
                };
            default -> Column.Kind.JSON;
        };
    }

    private static Map<String, Text> codes(JsonNode property) {
        Map<String, Text> codes = new HashMap<>();
        property.path("x-iochub-enum-titles")
                .properties()
                .forEach(code -> codes.put(code.getKey(), text(code.getValue())));
        return Map.copyOf(codes);
    }

    private static Text text(JsonNode both) {
        return Text.of(both.path("vi").asText(), both.path("en").asText());
    }

    private static Text joined(List<Text> titles) {
        return Text.of(
                String.join(" – ", titles.stream().map(Text::vi).toList()),
                String.join(" – ", titles.stream().map(Text::en).toList()));
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return List.copyOf(longer);
    }
}
