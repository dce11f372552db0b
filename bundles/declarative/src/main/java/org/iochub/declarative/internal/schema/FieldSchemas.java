package org.iochub.declarative.internal.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.iochub.model.schema.Field;
import org.iochub.model.schema.Shape;
import org.iochub.model.schema.WireCodes;

/** What may stand under {@code fields}, made from the model, so that an editor completes the fields of each type. */
final class FieldSchemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FieldSchemas() {}

    static ObjectNode of(Class<?> type) {
        ObjectNode schema = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        for (Shape.Component component : Shape.of(type).components()) {
            properties.set(component.name(), property(component));
        }
        return schema;
    }

    private static ObjectNode property(Shape.Component component) {
        Field field = component.field();
        ObjectNode schema = switch (component.container()) {
            case ONE, OPTIONAL -> value(component);
            case LIST -> list(component);
            case MAP -> JSON.objectNode().put("type", "object").set("additionalProperties", value(component));
        };
        String unit = field.unit().isEmpty() ? "" : " [" + field.unit() + "]";
        String required = component.required() ? " (bắt buộc / required)" : "";
        return schema.put("description", field.vi() + " / " + field.en() + unit + required);
    }

    private static ObjectNode value(Shape.Component component) {
        if (component.kind() == Shape.Kind.NESTED) {
            return of(component.valueClass());
        }
        if (component.kind() != Shape.Kind.CODE) {
            return JSON.objectNode().put("$ref", "#/$defs/value");
        }
        ObjectNode schema = JSON.objectNode();
        schema.putArray("type").add("string").add("number").add("boolean").add("object");
        schema.put("minLength", 1);
        schema.put("additionalProperties", false);
        schema.putArray("required").add("constant");
        schema.putObject("properties").set("constant", codes(component));
        return schema;
    }

    /** Editors complete the codes. */
    private static ObjectNode codes(Shape.Component component) {
        ObjectNode schema = JSON.objectNode();
        ArrayNode codes = schema.putArray("enum");
        for (Object constant : component.valueClass().getEnumConstants()) {
            Object code = WireCodes.of(constant);
            if (code instanceof Integer number) {
                codes.add(number);
            } else {
                codes.add(code.toString());
            }
        }
        return schema;
    }

    private static ObjectNode list(Shape.Component component) {
        ObjectNode schema = JSON.objectNode();
        schema.putArray("type").add("string").add("array").add("object");
        schema.set("items", value(component));
        schema.put("additionalProperties", false);
        schema.putArray("required").add("each").add("as");
        ObjectNode properties = schema.putObject("properties");
        properties.set("each", expression());
        properties.set("when", expression());
        properties.set("as", value(component));
        return schema;
    }

    private static ObjectNode expression() {
        return JSON.objectNode().put("$ref", "#/$defs/expression");
    }
}
