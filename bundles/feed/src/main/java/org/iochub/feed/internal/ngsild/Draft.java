package org.iochub.feed.internal.ngsild;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iochub.model.record.Location;
import org.iochub.model.schema.Shape;

/** Collects the attributes of an entity from a record's data; a field that is absent, or masked away, gives none. */
final class Draft {
    /** Members of an entity that are no attributes. */
    static final Set<String> RESERVED = Set.of("id", "type", "scope", "@context", "@type", "@id");

    private final JsonNode data;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    Draft(JsonNode data) {
        this.data = data;
    }

    /** A field's value; the field is not written again by {@link #rest}. */
    JsonNode take(String field) {
        used.add(field);
        return data.path(field);
    }

    /** A field's value that is to appear under its own name too. */
    JsonNode look(String field) {
        return data.path(field);
    }

    Draft put(String name, Attribute attribute) {
        JsonNode value = attribute.value();
        boolean nothing = value.isMissingNode() || value.isNull() || value.isContainerNode() && value.isEmpty();
        if (!nothing) {
            attributes.put(name, attribute);
        }
        return this;
    }

    Draft text(String name, String value) {
        return put(name, Attribute.property(TextNode.valueOf(value)));
    }

    Draft rename(String field, String name) {
        return put(name, Attribute.property(take(field)));
    }

    Draft moment(String field, String name) {
        return put(name, Attribute.typed("DateTime", take(field)));
    }

    Draft place(String field) {
        return put("location", Attribute.place(point(take(field))));
    }

    private static JsonNode point(JsonNode location) {
        if (!location.has("longitude") || !location.has("latitude")) {
            return JsonNodeFactory.instance.missingNode();
        }
        ObjectNode point = JsonNodeFactory.instance.objectNode().put("type", "Point");
        point.putArray("coordinates").add(location.get("longitude")).add(location.get("latitude"));
        return point;
    }

    /** What no model has a better place for, under its own name. */
    Draft rest(Shape shape, Optional<String> placeField) {
        for (Shape.Component component : shape.components()) {
            String field = component.name();
            if (used.contains(field) || !data.has(field)) {
                continue;
            }
            if (placeField.filter(field::equals).isPresent()) {
                place(field);
            } else if (component.valueClass() == Location.class && isSingle(component)) {
                put(name(field), Attribute.place(point(take(field))));
            } else {
                put(name(field), attribute(component, take(field)));
            }
        }
        return this;
    }

    private String name(String field) {
        return RESERVED.contains(field) || attributes.containsKey(field) ? field + "Field" : field;
    }

    private static boolean isSingle(Shape.Component component) {
        return component.container() == Shape.Container.ONE || component.container() == Shape.Container.OPTIONAL;
    }

    private static Attribute attribute(Shape.Component component, JsonNode value) {
        boolean single = isSingle(component);
        return switch (component.kind()) {
            case DATE_TIME -> single ? Attribute.typed("DateTime", value) : Attribute.property(value);
            case DATE -> single ? Attribute.typed("Date", value) : Attribute.property(value);
            default -> Attribute.property(value);
        };
    }

    Map<String, Attribute> attributes() {
        return attributes;
    }
}
