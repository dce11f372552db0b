package org.iochub.quality.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What was published.
 *
 * @param step everything up to this step
 * @param day what day it was: the figures of that day were not the last
 */
record Checkpoint(long step, LocalDate day, Instant at) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Optional<Checkpoint> parse(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return Optional.of(new Checkpoint(
                    json.path("step").asLong(),
                    LocalDate.parse(json.path("day").asText()),
                    Instant.parse(json.path("at").asText())));
        } catch (JacksonException | DateTimeException e) {
            return Optional.empty();
        }
    }

    String text() {
        return JSON.createObjectNode()
                .put("step", step)
                .put("day", day.toString())
                .put("at", at.toString())
                .toString();
    }
}
