package org.iochub.feed.internal.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iochub.core.hub.Hub;
import org.iochub.reading.event.EventAttributes;

/** The OpenAPI 3 document of the face. */
final class OpenApiDocument {
    private OpenApiDocument() {}

    static Map<String, Object> of(Hub hub, List<Operation> operations) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.0.3");
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "IOC Hub");
        info.put("version", "1");
        info.put(
                "description",
                "Dữ liệu của các hệ thống ngành, theo dòng có thứ tự và theo trạng thái hiện tại.\n\n"
                        + "Data of sectoral systems, as ordered feeds and as current state.");
        document.put("info", info);
        document.put("servers", List.of(Map.of("url", hub.publicUrl().toString())));
        document.put("security", List.of(Map.of("key", List.of())));
        document.put("paths", paths(hub, operations));
        document.put("components", components(hub));
        return document;
    }

    private static Map<String, Object> paths(Hub hub, List<Operation> operations) {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        operations.forEach(operation -> paths.computeIfAbsent(operation.path(), path -> new LinkedHashMap<>())
                .put(
                        operation.method().toLowerCase(Locale.ROOT),
                        operation.document(Examples.of(operation.id(), hub))));
        return new LinkedHashMap<>(paths);
    }

    private static Map<String, Object> components(Hub hub) {
        Map<String, Object> components = new LinkedHashMap<>();
        Map<String, Object> security = new LinkedHashMap<>();
        security.put("key", Map.of("type", "http", "scheme", "bearer"));
        security.put("administrator", Map.of("type", "http", "scheme", "basic"));
        components.put("securitySchemes", security);
        Map<String, Object> schemas = new LinkedHashMap<>();
        schemas.put("problem", problem());
        schemas.put("event", event());
        components.put("schemas", schemas);
        Map<String, Object> refusal = new LinkedHashMap<>();
        refusal.put("schema", Map.of("$ref", "#/components/schemas/problem"));
        Examples.of(Examples.PROBLEM, hub).ifPresent(example -> refusal.put("example", example));
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("description", "RFC 9457");
        response.put("content", Map.of("application/problem+json", refusal));
        components.put("responses", Map.of("problem", response));
        return components;
    }

    private static Map<String, Object> problem() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String name : List.of("type", "title", "title_en", "detail", "detail_en", "parameter")) {
            properties.put(name, Map.of("type", "string"));
        }
        properties.put("status", Map.of("type", "integer"));
        properties.put(
                "oldest",
                Map.of(
                        "type",
                        "string",
                        "description",
                        "410: con trỏ cũ nhất còn đọc được / the oldest cursor that can still be read from"));
        return Map.of(
                "type", "object", "required", List.of("type", "title", "status", "detail"), "properties", properties);
    }

    private static Map<String, Object> event() {
        Map<String, Object> properties = new LinkedHashMap<>();
        EventAttributes.NAMES.forEach(name -> properties.put(name, Map.of("type", "string")));
        properties.put("data", Map.of("type", "object"));
        return Map.of(
                "type",
                "object",
                "required",
                List.of("specversion", "id", "source", "type", "subject", "time", "op"),
                "properties",
                properties);
    }
}
