package org.iochub.api.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.Message;

/**
 * What servers said about the documents as the hub last took them (the validators of RFC 9110), by address: what a
 * conditional GET asks with and a checkpoint keeps. Immutable.
 */
public record Validators(Map<String, State> byUrl) {
    private static final int LONGEST = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    public static final Validators NONE = new Validators(Map.of());

    /** Of one document, to be sent back word for word. */
    public record State(Optional<String> etag, Optional<String> lastModified) {
        /** What an answer says; a validator too long to be one is left out. */
        public static State of(Message answer) {
            return new State(header(answer, "ETag"), header(answer, "Last-Modified"));
        }

        private static Optional<String> header(Message answer, String name) {
            return Optional.ofNullable(answer.getHeader(name, String.class)).filter(value -> value.length() <= LONGEST);
        }
    }

    public Validators {
        byUrl = Map.copyOf(byUrl);
    }

    /** What was kept; nothing when it was kept by something else, since asking unconditionally does no harm. */
    public static Validators parse(String text) {
        try {
            Map<String, State> states = new TreeMap<>();
            JSON.readTree(text)
                    .path("documents")
                    .fields()
                    .forEachRemaining(one -> states.put(
                            one.getKey(),
                            new State(text(one.getValue(), "etag"), text(one.getValue(), "lastModified"))));
            return new Validators(states);
        } catch (JacksonException e) {
            return NONE;
        }
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue());
    }

    public Optional<State> of(String url) {
        return Optional.ofNullable(byUrl.get(url));
    }

    public Validators with(String url, State state) {
        Map<String, State> more = new TreeMap<>(byUrl);
        more.put(url, state);
        return new Validators(more);
    }

    /** Makes a request for the address conditional, as far as something is known of it. */
    public void ask(String url, Message request) {
        of(url).ifPresent(state -> {
            state.etag().ifPresent(etag -> request.setHeader("If-None-Match", etag));
            state.lastModified().ifPresent(time -> request.setHeader("If-Modified-Since", time));
        });
    }

    /** As {@link #parse} reads it. */
    public String text() {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode documents = json.putObject("documents");
        new TreeMap<>(byUrl).forEach((url, state) -> {
            ObjectNode one = documents.putObject(url);
            state.etag().ifPresent(etag -> one.put("etag", etag));
            state.lastModified().ifPresent(time -> one.put("lastModified", time));
        });
        return json.toString();
    }
}
