package org.iochub.api.poll;

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
 * @param watermark the latest update time of all passes that were read to their end; empty before the first
 * @param widened the day of the last wider reading
 * @param rereads how often in a row the pass was read again because the pages shifted under it
 * @param progress the pass that is being read, if one is
 */
record Checkpoint(Optional<Instant> watermark, Optional<LocalDate> widened, int rereads, Optional<Progress> progress) {
    /**
     * A pass between its first page and its last.
     *
     * @param from the update time it was asked for
     * @param nextPage the first page not yet taken
     * @param seen the latest update time on the pages taken
     * @param wide whether it is the wider reading of the day
     */
    record Progress(Instant from, int nextPage, Optional<Instant> seen, boolean wide) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    static final Checkpoint START = new Checkpoint(Optional.empty(), Optional.empty(), 0, Optional.empty());

    /** What was kept; from the start when it was kept by something else, since reading again does no harm. */
    static Checkpoint parse(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return new Checkpoint(
                    instant(json, "watermark"),
                    Optional.ofNullable(json.path("widened").textValue()).map(LocalDate::parse),
                    json.path("rereads").asInt(),
                    json.has("from") ? Optional.of(progress(json)) : Optional.empty());
        } catch (JacksonException | DateTimeException e) {
            return START;
        }
    }

    private static Progress progress(JsonNode json) {
        return new Progress(
                Instant.parse(json.path("from").asText()),
                Math.max(1, json.path("nextPage").asInt()),
                instant(json, "seen"),
                json.path("wide").asBoolean());
    }

    private static Optional<Instant> instant(JsonNode json, String field) {
        return Optional.ofNullable(json.path(field).textValue()).map(Instant::parse);
    }

    String text() {
        ObjectNode json = JSON.createObjectNode();
        watermark.ifPresent(at -> json.put("watermark", at.toString()));
        widened.ifPresent(day -> json.put("widened", day.toString()));
        json.put("rereads", rereads);
        progress.ifPresent(pass -> {
            json.put("from", pass.from().toString());
            json.put("nextPage", pass.nextPage());
            pass.seen().ifPresent(at -> json.put("seen", at.toString()));
            json.put("wide", pass.wide());
        });
        return json.toString();
    }
}
