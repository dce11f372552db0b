package org.iochub.routes.onlinemedia.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The checkpoint: what the servers said about the feeds as the hub last took them, and the stories they told. Immutable.
 *
 * @param stories as {@link Stories} writes them
 */
record FeedStates(Map<String, State> byUrl, String stories) {
    /** Validators of RFC 9110, to be sent back word for word. */
    record State(Optional<String> etag, Optional<String> lastModified) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    static final FeedStates NONE = new FeedStates(Map.of(), "");

    FeedStates {
        byUrl = Map.copyOf(byUrl);
    }

    /** What was kept; nothing when it was kept by something else, since asking unconditionally does no harm. */
    static FeedStates parse(String text) {
        try {
            Map<String, State> states = new TreeMap<>();
            JsonNode kept = JSON.readTree(text);
            kept.path("feeds")
                    .fields()
                    .forEachRemaining(feed -> states.put(
                            feed.getKey(),
                            new State(text(feed.getValue(), "etag"), text(feed.getValue(), "lastModified"))));
            return new FeedStates(
                    states,
                    kept.path("stories").isArray() ? kept.path("stories").toString() : "");
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

    FeedStates with(String url, State state, String told) {
        Map<String, State> more = new TreeMap<>(byUrl);
        more.put(url, state);
        return new FeedStates(more, told);
    }

    String text() {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode feeds = json.putObject("feeds");
        new TreeMap<>(byUrl).forEach((url, state) -> {
            ObjectNode feed = feeds.putObject(url);
            state.etag().ifPresent(etag -> feed.put("etag", etag));
            state.lastModified().ifPresent(time -> feed.put("lastModified", time));
        });
        if (!stories.isEmpty()) {
            json.putRawValue("stories", new RawValue(stories));
        }
        return json.toString();
    }
}
