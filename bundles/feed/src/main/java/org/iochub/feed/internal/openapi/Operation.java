package org.iochub.feed.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.iochub.model.Text;

/**
 * One method at one path: what the OpenAPI document says of it, who may call it and which query parameters it reads.
 *
 * @param success the status of a good answer and its media types
 * @param refusals further statuses the operation answers with, beyond those every operation has
 * @param takes media types of the request's body; empty for none
 * @param tells headers of a good answer that readers go by
 */
public record Operation(
        String method,
        String path,
        String id,
        Text summary,
        Audience audience,
        List<Parameter> parameters,
        int successStatus,
        List<String> success,
        Set<Integer> refusals,
        List<String> takes,
        List<Parameter> tells) {

    static Builder get(String path, String id, String vi, String en) {
        return new Builder("GET", path, id, Text.of(vi, en));
    }

    static Builder post(String path, String id, String vi, String en) {
        return new Builder("POST", path, id, Text.of(vi, en));
    }

    static Builder put(String path, String id, String vi, String en) {
        return new Builder("PUT", path, id, Text.of(vi, en));
    }

    static Builder patch(String path, String id, String vi, String en) {
        return new Builder("PATCH", path, id, Text.of(vi, en));
    }

    static Builder delete(String path, String id, String vi, String en) {
        return new Builder("DELETE", path, id, Text.of(vi, en));
    }

    public Set<String> queryNames() {
        return parameters.stream()
                .filter(parameter -> parameter.in() == Parameter.In.QUERY)
                .map(Parameter::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    Map<String, Object> document(Optional<JsonNode> example) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("operationId", id);
        document.put("summary", summary.vi());
        document.put("description", summary.vi() + "\n\n" + summary.en());
        if (audience == Audience.EVERYONE) {
            document.put("security", List.of());
        } else if (audience != Audience.KEY) {
            document.put("security", List.of(Map.of("key", List.of()), Map.of("administrator", List.of())));
            document.put("x-role", audience.name().toLowerCase(java.util.Locale.ROOT));
        }
        document.put("parameters", parameters.stream().map(Parameter::document).toList());
        if (!takes.isEmpty()) {
            document.put("requestBody", Map.of("required", true, "content", content(takes)));
        }
        document.put("responses", responses(example));
        return document;
    }

    private Map<String, Object> responses(Optional<JsonNode> example) {
        Map<String, Object> responses = new LinkedHashMap<>();
        Map<String, Object> good = new LinkedHashMap<>();
        good.put("description", summary.vi() + " / " + summary.en());
        if (!tells.isEmpty()) {
            Map<String, Object> headers = new LinkedHashMap<>();
            tells.forEach(header -> headers.put(header.name(), header.told()));
            good.put("headers", headers);
        }
        if (!success.isEmpty()) {
            good.put("content", withExample(content(success), example));
        }
        responses.put(Integer.toString(successStatus), good);
        refusals.stream()
                .sorted()
                .forEach(status ->
                        responses.put(Integer.toString(status), Map.of("$ref", "#/components/responses/problem")));
        responses.put("default", Map.of("$ref", "#/components/responses/problem"));
        return responses;
    }

    /** The form that is answered when none is asked for stands first. */
    private static Map<String, Object> withExample(Map<String, Object> content, Optional<JsonNode> example) {
        example.ifPresent(answer ->
                content.computeIfPresent(content.keySet().iterator().next(), (type, schema) -> {
                    Map<String, Object> shown = new LinkedHashMap<>();
                    ((Map<?, ?>) schema).forEach((name, value) -> shown.put(name.toString(), value));
                    shown.put("example", answer);
                    return shown;
                }));
        return content;
    }

    private static Map<String, Object> content(List<String> types) {
        Map<String, Object> content = new LinkedHashMap<>();
        types.forEach(type -> content.put(type, Map.of("schema", schemaOf(type))));
        return content;
    }

    private static Map<String, Object> schemaOf(String mediaType) {
        return switch (mediaType) {
            case "application/cloudevents+json" -> Map.of("$ref", "#/components/schemas/event");
            case "application/cloudevents-batch+json" ->
                Map.of("type", "array", "items", Map.of("$ref", "#/components/schemas/event"));
            case "application/json", "application/ld+json", "application/schema+json", "application/geo+json" ->
                Map.of("type", "object");
            default -> Map.of("type", "string");
        };
    }

    /** Collects an operation. */
    static final class Builder {
        private final String method;
        private final String path;
        private final String id;
        private final Text summary;
        private final List<Parameter> parameters = new ArrayList<>();
        private Audience audience = Audience.KEY;
        private int successStatus = 200;
        private List<String> success = List.of("application/json");
        private Set<Integer> refusals = Set.of();
        private List<String> takes = List.of();
        private final List<Parameter> tells = new ArrayList<>();

        private Builder(String method, String path, String id, Text summary) {
            this.method = method;
            this.path = path;
            this.id = id;
            this.summary = summary;
        }

        Builder audience(Audience who) {
            this.audience = who;
            return this;
        }

        Builder with(Parameter... more) {
            parameters.addAll(List.of(more));
            return this;
        }

        Builder with(List<Parameter> more) {
            parameters.addAll(more);
            return this;
        }

        Builder answers(int status, String... types) {
            this.successStatus = status;
            this.success = List.of(types);
            return this;
        }

        Builder refuses(Integer... statuses) {
            this.refusals = Set.of(statuses);
            return this;
        }

        Builder takes(String... types) {
            this.takes = List.of(types);
            return this;
        }

        Builder tells(Parameter... headers) {
            tells.addAll(List.of(headers));
            return this;
        }

        Operation build() {
            return new Operation(
                    method,
                    path,
                    id,
                    summary,
                    audience,
                    List.copyOf(parameters),
                    successStatus,
                    success,
                    refusals,
                    takes,
                    List.copyOf(tells));
        }
    }
}
