package org.iochub.declarative.internal.fetch.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How far the reading has come, as it is kept.
 *
 * @param pass the number of the last pass that a message was taken of
 * @param watermark the newest change of all passes that were read to their end
 * @param widened the day of the last wider reading
 * @param rereads how often in a row the pass was read again because pages shifted under it
 * @param progress the pass that is being read, if one is
 * @param state of a source without pages, as it was taken
 */
record Checkpoint(
        long pass,
        Optional<Instant> watermark,
        Optional<LocalDate> widened,
        int rereads,
        Optional<Progress> progress,
        State state) {
    /**
     * A pass between its first page and its last.
     *
     * @param from the time it asks from
     * @param to when it began, by the hub's clock
     * @param place of the first page not yet taken
     * @param number of that page, from 1
     * @param seen the newest change on the pages taken
     * @param began when its first page was answered, by the source's clock
     * @param wide whether it is the wider reading of the day
     */
    record Progress(
            Optional<Instant> from,
            Instant to,
            String place,
            int number,
            Optional<Instant> seen,
            Optional<Instant> began,
            boolean wide) {}

    /** What a server said of its content (RFC 9110), to be sent back word for word, and the content's digest. */
    record State(Optional<String> etag, Optional<String> lastModified, Optional<String> digest) {
        static final State NONE = new State(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    static final Checkpoint START =
            new Checkpoint(0, Optional.empty(), Optional.empty(), 0, Optional.empty(), State.NONE);

    /** What was kept; from the start when it was kept by something else, since reading again does no harm. */
    static Checkpoint parse(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return new Checkpoint(
                    json.path("pass").asLong(),
                    instant(json, "watermark"),
                    text(json, "widened").map(LocalDate::parse),
                    json.path("rereads").asInt(),
                    json.has("place") ? Optional.of(progress(json)) : Optional.empty(),
                    new State(text(json, "etag"), text(json, "lastModified"), text(json, "digest")));
        } catch (JacksonException | DateTimeException e) {
            return START;
        }
    }

    private static Progress progress(JsonNode json) {
        return new Progress(
                instant(json, "from"),
                Instant.parse(json.path("to").asText()),
                json.path("place").asText(),
                Math.max(1, json.path("number").asInt()),
                instant(json, "seen"),
                instant(json, "began"),
                json.path("wide").asBoolean());
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.ofNullable(json.path(field).textValue());
    }

    private static Optional<Instant> instant(JsonNode json, String field) {
        return text(json, field).map(Instant::parse);
    }

    String text() {
        ObjectNode json = JSON.createObjectNode();
        json.put("pass", pass);
        watermark.ifPresent(at -> json.put("watermark", at.toString()));
        widened.ifPresent(day -> json.put("widened", day.toString()));
        if (rereads > 0) {
            json.put("rereads", rereads);
        }
        progress.ifPresent(rest -> {
            rest.from().ifPresent(at -> json.put("from", at.toString()));
            json.put("to", rest.to().toString());
            json.put("place", rest.place());
            json.put("number", rest.number());
            rest.seen().ifPresent(at -> json.put("seen", at.toString()));
            rest.began().ifPresent(at -> json.put("began", at.toString()));
            json.put("wide", rest.wide());
        });
        state.etag().ifPresent(etag -> json.put("etag", etag));
        state.lastModified().ifPresent(at -> json.put("lastModified", at));
        state.digest().ifPresent(digest -> json.put("digest", digest));
        return json.toString();
    }
}
