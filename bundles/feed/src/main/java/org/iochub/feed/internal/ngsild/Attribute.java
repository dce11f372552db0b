package org.iochub.feed.internal.ngsild;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One attribute of an entity.
 *
 * @param value JSON; a GeoJSON geometry for a place
 * @param valueType the JSON-LD type of a value that is a date or a time
 * @param unitCode of UN/CEFACT
 * @param observedAt RFC 3339, in UTC
 */
record Attribute(
        Kind kind, JsonNode value, Optional<String> valueType, Optional<String> unitCode, Optional<String> observedAt) {
    /** What NGSI-LD calls it. */
    enum Kind {
        PROPERTY("Property"),
        GEO_PROPERTY("GeoProperty");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    static Attribute property(JsonNode value) {
        return new Attribute(Kind.PROPERTY, value, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Attribute typed(String type, JsonNode value) {
        return new Attribute(Kind.PROPERTY, value, Optional.of(type), Optional.empty(), Optional.empty());
    }

    static Attribute place(JsonNode geometry) {
        return new Attribute(Kind.GEO_PROPERTY, geometry, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Attribute in(Optional<String> unit) {
        return new Attribute(kind, value, valueType, unit, observedAt);
    }

    Attribute at(String moment) {
        return new Attribute(kind, value, valueType, unitCode, Optional.of(moment));
    }

    Map<String, Object> normalized() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", kind.word);
        document.put(
                "value",
                valueType
                        .<Object>map(type -> Map.of("@type", type, "@value", value))
                        .orElse(value));
        unitCode.ifPresent(unit -> document.put("unitCode", unit));
        observedAt.ifPresent(moment -> document.put("observedAt", moment));
        return document;
    }
}
