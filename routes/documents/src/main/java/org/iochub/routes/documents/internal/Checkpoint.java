package org.iochub.routes.documents.internal;

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
 * @param watermark when the gateway received the latest message that was taken; empty before the first
 * @param widened the day of the last wider reading
 */
record Checkpoint(Optional<Instant> watermark, Optional<LocalDate> widened) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static final Checkpoint START = new Checkpoint(Optional.empty(), Optional.empty());

    /** What was kept; from the start when it was kept by something else, since reading again does no harm. */
    static Checkpoint parse(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return new Checkpoint(
                    Optional.ofNullable(json.path("watermark").textValue()).map(Instant::parse),
                    Optional.ofNullable(json.path("widened").textValue()).map(LocalDate::parse));
        } catch (JacksonException | DateTimeException e) {
            return START;
        }
    }

    String text() {
        ObjectNode json = JSON.createObjectNode();
        watermark.ifPresent(at -> json.put("watermark", at.toString()));
        widened.ifPresent(day -> json.put("widened", day.toString()));
        return json.toString();
    }

    /** A message of that time was taken. */
    Checkpoint having(Instant received) {
        return new Checkpoint(Optional.of(watermark.filter(received::isBefore).orElse(received)), widened);
    }

    Checkpoint widened(LocalDate day) {
        return new Checkpoint(watermark, Optional.of(day));
    }
}
