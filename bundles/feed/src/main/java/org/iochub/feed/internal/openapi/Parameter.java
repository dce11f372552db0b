package org.iochub.feed.internal.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iochub.model.Text;

/** A parameter of an operation. */
public record Parameter(String name, In in, Map<String, Object> schema, boolean repeated, Text description) {
    /** Where it stands in the request. */
    public enum In {
        PATH,
        QUERY,
        HEADER
    }

    static Parameter path(String name, String vi, String en) {
        return new Parameter(name, In.PATH, Map.of("type", "string"), false, Text.of(vi, en));
    }

    static Parameter text(String name, String vi, String en) {
        return new Parameter(name, In.QUERY, Map.of("type", "string"), false, Text.of(vi, en));
    }

    static Parameter texts(String name, String vi, String en) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        schema.put("items", Map.of("type", "string"));
        return new Parameter(name, In.QUERY, schema, true, Text.of(vi, en));
    }

    static Parameter flag(String name, String vi, String en) {
        return new Parameter(name, In.QUERY, Map.of("type", "boolean"), false, Text.of(vi, en));
    }

    static Parameter integer(String name, int min, int max, String vi, String en) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "integer");
        schema.put("minimum", min);
        schema.put("maximum", max);
        return new Parameter(name, In.QUERY, schema, false, Text.of(vi, en));
    }

    static Parameter choice(String name, List<String> values, String vi, String en) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        schema.put("enum", values);
        return new Parameter(name, In.QUERY, schema, false, Text.of(vi, en));
    }

    static Parameter formatted(String name, String format, String vi, String en) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        schema.put("format", format);
        return new Parameter(name, In.QUERY, schema, false, Text.of(vi, en));
    }

    static Parameter header(String name, String vi, String en) {
        return new Parameter(name, In.HEADER, Map.of("type", "string"), false, Text.of(vi, en));
    }

    /** As a header of an answer. */
    Map<String, Object> told() {
        return Map.of("description", description.vi() + " / " + description.en(), "schema", schema);
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", name);
        document.put("in", in.name().toLowerCase(Locale.ROOT));
        document.put("required", in == In.PATH);
        document.put("description", description.vi() + " / " + description.en());
        document.put("schema", schema);
        if (repeated) {
            document.put("explode", true);
        }
        return document;
    }
}
