package org.iochub.routes.transport.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the servers said about the files as the hub last took them: the checkpoint. Immutable. */
record FileStates(Map<String, State> byUrl) {
    /** Validators of RFC 9110, to be sent back word for word. */
    record State(Optional<String> etag, Optional<String> lastModified) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    static final FileStates NONE = new FileStates(Map.of());

    FileStates {
        byUrl = Map.copyOf(byUrl);
    }

    /** What was kept; nothing when it was kept by something else, since asking unconditionally does no harm. */
    static FileStates parse(String text) {
        try {
            Map<String, State> states = new TreeMap<>();
            JSON.readTree(text)
                    .path("files")
                    .fields()
                    .forEachRemaining(file -> states.put(
                            file.getKey(),
                            new State(text(file.getValue(), "etag"), text(file.getValue(), "lastModified"))));
            return new FileStates(states);
        } catch (JacksonException e) {
            return NONE;
        }
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue());
    }

    Optional<State> of(String url) {
        return Optional.ofNullable(byUrl.get(url));
    }

    FileStates with(String url, State state) {
        Map<String, State> more = new TreeMap<>(byUrl);
        more.put(url, state);
        return new FileStates(more);
    }

    String text() {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode files = json.putObject("files");
        new TreeMap<>(byUrl).forEach((url, state) -> {
            ObjectNode file = files.putObject(url);
            state.etag().ifPresent(etag -> file.put("etag", etag));
            state.lastModified().ifPresent(time -> file.put("lastModified", time));
        });
        return json.toString();
    }
}
