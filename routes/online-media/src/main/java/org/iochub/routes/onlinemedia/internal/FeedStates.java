package org.iochub.routes.onlinemedia.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import org.iochub.api.http.Validators;

/**
 * The checkpoint: what the servers said about the feeds as the hub last took them, and the stories they told. Immutable.
 *
 * @param stories as {@link Stories} writes them
 */
record FeedStates(Validators validators, String stories) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static final FeedStates NONE = new FeedStates(Validators.NONE, "");

    /** What was kept; nothing when it was kept by something else, since asking unconditionally does no harm. */
    static FeedStates parse(String text) {
        try {
            JsonNode kept = JSON.readTree(text);
            JsonNode stories = kept.path("stories");
            return new FeedStates(
                    Validators.parse(kept.path("feeds").toString()), stories.isArray() ? stories.toString() : "");
        } catch (JacksonException e) {
            return NONE;
        }
    }

    FeedStates with(String url, Validators.State state, String told) {
        return new FeedStates(validators.with(url, state), told);
    }

    String text() {
        ObjectNode json = JSON.createObjectNode();
        json.putRawValue("feeds", new RawValue(validators.text()));
        if (!stories.isEmpty()) {
            json.putRawValue("stories", new RawValue(stories));
        }
        return json.toString();
    }
}
