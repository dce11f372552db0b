package org.iochub.declarative.internal.fetch.jdbc;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * How far the reading has come, as it is kept.
 *
 * @param mark the watermark of the last row taken, as text; absent before the first
 * @param key the key of that row
 * @param within whether rows of the same reading may follow: then it goes on from there, without overlap
 * @param digest of the whole result, for queries without a watermark
 */
record Progress(Optional<String> mark, Optional<String> key, boolean within, Optional<String> digest) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static final Progress START = new Progress(Optional.empty(), Optional.empty(), false, Optional.empty());

    static Progress whole(String digest) {
        return new Progress(Optional.empty(), Optional.empty(), false, Optional.of(digest));
    }

    /** What was kept; from the start when it was kept by something else, since reading again does no harm. */
    static Progress parse(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return new Progress(
                    Optional.ofNullable(json.path("mark").textValue()),
                    Optional.ofNullable(json.path("key").textValue()),
                    json.path("within").asBoolean(),
                    Optional.ofNullable(json.path("digest").textValue()));
        } catch (JacksonException e) {
            return START;
        }
    }

    String text() {
        ObjectNode json = JSON.createObjectNode();
        mark.ifPresent(value -> json.put("mark", value));
        key.ifPresent(value -> json.put("key", value));
        if (within) {
            json.put("within", true);
        }
        digest.ifPresent(value -> json.put("digest", value));
        return json.toString();
    }
}
