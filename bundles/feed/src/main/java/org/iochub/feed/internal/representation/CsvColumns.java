package org.iochub.feed.internal.representation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.iochub.model.RecordType;
import org.iochub.model.schema.JsonSchemas;

/** The columns of a type's data, in the schema's order: one per field; the fields of a single nested object apart. */
final class CsvColumns {
    private static final int DEEPEST = 3;

    private CsvColumns() {}

    /** Each column as the path of names that leads to its value. */
    static List<List<String>> of(RecordType<?> type) {
        JsonNode schema = JsonSchemas.of(type, "urn:columns");
        List<List<String>> columns = new ArrayList<>();
        collect(schema, schema, List.of(), columns);
        return columns;
    }

    private static void collect(JsonNode schema, JsonNode object, List<String> path, List<List<String>> columns) {
        object.path("properties").properties().forEach(property -> {
            List<String> here = new ArrayList<>(path);
            here.add(property.getKey());
            JsonNode described = resolved(schema, property.getValue());
            if (described.has("properties") && here.size() < DEEPEST) {
                collect(schema, described, here, columns);
            } else {
                columns.add(List.copyOf(here));
            }
        });
    }

    private static JsonNode resolved(JsonNode schema, JsonNode property) {
        String reference = property.path("$ref").asText("");
        return reference.startsWith("#/") ? schema.at(reference.substring(1)) : property;
    }
}
