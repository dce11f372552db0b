package org.iochub.model.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.iochub.model.RecordType;
import org.iochub.model.Text;
import org.iochub.model.code.CodeList;

/**
 * JSON Schemas (draft 2020-12) of record types. Unknown fields are allowed: a major version gains optional fields, and
 * its readers must bear them. What JSON Schema has no word for stands under {@code x-iochub-…}: both titles, how
 * personal each field is, units (UCUM), the time field, the identity. The output is the same in every run.
 */
public final class JsonSchemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, ObjectNode> defs = new TreeMap<>();

    private JsonSchemas() {}

    /**
     * The schema of a type.
     *
     * @param id the absolute address at which it is published
     * @throws IllegalArgumentException when the content class breaks the rules of the model
     */
    public static ObjectNode of(RecordType<?> type, String id) {
        return new JsonSchemas().schema(type, id);
    }

    private ObjectNode schema(RecordType<?> type, String id) {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", id);
        schema.put("title", type.title().vi());
        schema.put(
                "description",
                type.description().vi() + "\n" + type.description().en());
        schema.set("x-iochub-title", text(type.title()));
        schema.put("x-iochub-event-type", type.eventType());
        schema.put("x-iochub-time-field", type.timeField());
        schema.set("x-iochub-identity", identity(type));
        type.placeField().ifPresent(place -> schema.put("x-iochub-place-field", place));
        if (!type.parts().isEmpty()) {
            schema.set("x-iochub-parts", parts(type));
        }
        describe(schema, Shape.of(type.dataClass()));
        if (!defs.isEmpty()) {
            schema.set("$defs", JSON.objectNode().setAll(defs));
        }
        return schema;
    }

    private static ObjectNode identity(RecordType<?> type) {
        ObjectNode identity =
                JSON.objectNode().put("within", type.scope().name().toLowerCase(Locale.ROOT));
        ArrayNode fields = identity.putArray("fields");
        type.identityFields().forEach(fields::add);
        return identity;
    }

    private static ObjectNode parts(RecordType<?> type) {
        ObjectNode parts = JSON.objectNode();
        type.parts().forEach(part -> {
            ArrayNode key = parts.putArray(part.name());
            part.key().forEach(key::add);
        });
        return parts;
    }

    private void describe(ObjectNode schema, Shape shape) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        for (Shape.Component component : shape.components()) {
            properties.set(component.name(), property(component));
            if (component.required()) {
                required.add(component.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }

    private ObjectNode property(Shape.Component component) {
        Field field = component.field();
        ObjectNode property = JSON.objectNode();
        property.put("title", field.vi());
        property.put("description", field.vi() + " / " + field.en());
        property.set("x-iochub-title", text(Text.of(field.vi(), field.en())));
        property.put("x-iochub-personal", field.personal().wireName());
        if (field.freeText()) {
            property.put("x-iochub-free-text", true);
        }
        if (!field.unit().isEmpty()) {
            property.put("x-iochub-unit", field.unit());
        }
        switch (component.container()) {
            case ONE, OPTIONAL -> property.setAll(value(component));
            case LIST ->
                property.put("type", "array").put("maxItems", field.maxItems()).set("items", value(component));
            case MAP ->
                property.put("type", "object")
                        .put("maxProperties", field.maxItems())
                        .set("additionalProperties", value(component));
        }
        return property;
    }

    private ObjectNode value(Shape.Component component) {
        ObjectNode value = JSON.objectNode();
        Field field = component.field();
        return switch (component.kind()) {
            case TEXT -> text(value, component);
            case INTEGER -> range(value.put("type", "integer"), field);
            case NUMBER -> range(value.put("type", "number"), field);
            case BOOLEAN -> value.put("type", "boolean");
            case DATE -> value.put("type", "string").put("format", "date");
            case DATE_TIME -> value.put("type", "string").put("format", "date-time");
            case CODE -> code(value, component.valueClass());
            case NESTED -> value.put("$ref", "#/$defs/" + define(component.valueClass()));
        };
    }

    private static ObjectNode text(ObjectNode value, Shape.Component component) {
        Field field = component.field();
        value.put("type", "string");
        if (component.required()) {
            value.put("minLength", 1);
        }
        value.put("maxLength", field.maxLength());
        return field.pattern().isEmpty() ? value : value.put("pattern", field.pattern());
    }

    private static ObjectNode range(ObjectNode value, Field field) {
        if (!Double.isInfinite(field.min())) {
            limit(value, "minimum", field.min());
        }
        if (!Double.isInfinite(field.max())) {
            limit(value, "maximum", field.max());
        }
        return value;
    }

    private static void limit(ObjectNode value, String name, double limit) {
        if (limit == Math.rint(limit)) {
            value.put(name, (long) limit);
        } else {
            value.put(name, BigDecimal.valueOf(limit));
        }
    }

    private static ObjectNode code(ObjectNode value, Class<?> list) {
        ArrayNode codes = JSON.arrayNode();
        ObjectNode titles = JSON.objectNode();
        boolean numeric = WireCodes.areNumbers(list);
        for (Object constant : list.getEnumConstants()) {
            Object code = WireCodes.of(constant);
            if (code instanceof Integer number) {
                codes.add(number);
            } else {
                codes.add(code.toString());
            }
            titles.set(code.toString(), text(((CodeList) constant).title()));
        }
        value.put("type", numeric ? "integer" : "string");
        value.set("enum", codes);
        value.set("x-iochub-enum-titles", titles);
        return value;
    }

    private String define(Class<?> nested) {
        String name = nested.getSimpleName();
        if (!defs.containsKey(name)) {
            ObjectNode definition = JSON.objectNode();
            defs.put(name, definition);
            describe(definition, Shape.of(nested));
        }
        return name;
    }

    private static ObjectNode text(Text text) {
        return JSON.objectNode().put("vi", text.vi()).put("en", text.en());
    }
}
