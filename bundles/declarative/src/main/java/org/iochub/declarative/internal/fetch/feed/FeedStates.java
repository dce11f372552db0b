package org.iochub.declarative.internal.fetch.feed;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the servers said about the feeds as the hub last took them: the checkpoint. Immutable. */
record FeedStates(Map<String, State> byUrl) {
    /**
     * Validators of RFC 9110, to be sent back word for word, and the content's digest.
     *
     * @param times how often it was taken, so that a feed that goes back to what it was is news
     */
    record State(long times, Optional<String> etag, Optional<String> lastModified, String digest) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    static final FeedStates NONE = new FeedStates(Map.of());

    FeedStates {
        byUrl = Map.copyOf(byUrl);
    }

    /** What was kept; nothing when it was kept by something else, since asking unconditionally does no harm. */
    static FeedStates parse(String text) {
        try {
            Map<String, State> states = new TreeMap<>();
            JSON.readTree(text).path("feeds").fields().forEachRemaining(feed -> {
                JsonNode json = feed.getValue();
                states.put(
                        feed.getKey(),
                        new State(
                                json.path("times").asLong(),
                                text(json, "etag"),
                                text(json, "lastModified"),
                                json.path("digest").asText()));
            });
            return new FeedStates(states);
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

    FeedStates with(String url, State state) {
        Map<String, State> more = new TreeMap<>(byUrl);
        more.put(url, state);
        return new FeedStates(more);
    }

    String text() {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode feeds = json.putObject("feeds");
        new TreeMap<>(byUrl).forEach((url, state) -> {
            ObjectNode feed = feeds.putObject(url);
            feed.put("times", state.times());
            state.etag().ifPresent(etag -> feed.put("etag", etag));
            state.lastModified().ifPresent(time -> feed.put("lastModified", time));
            feed.put("digest", state.digest());
        });
        return json.toString();
    }
}
