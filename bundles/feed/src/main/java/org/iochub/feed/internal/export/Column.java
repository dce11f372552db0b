package org.iochub.feed.internal.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.iochub.model.Text;

/**
 * A column of an export.
 *
 * @param path the names that lead to the value in a record's data
 * @param title of the field, with those of what it lies in
 * @param kind what a cell holds
 * @param codes the titles of a code list's codes; empty for other fields
 */
record Column(List<String> path, Text title, Kind kind, Map<String, Text> codes) {
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        DATE,
        DATE_TIME,
        /** Lists and maps, written as JSON. */
        JSON
    }

    String name() {
        return String.join(".", path);
    }

    JsonNode value(JsonNode data) {
        JsonNode value = data;
        for (String name : path) {
            value = value.path(name);
        }
        return value;
    }
}
