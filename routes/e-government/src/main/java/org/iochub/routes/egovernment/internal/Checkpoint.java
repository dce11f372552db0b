package org.iochub.routes.egovernment.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.iochub.api.LogPlace;

/**
 * What the standing figures were computed from.
 *
 * @param place up to where in the log
 * @param day figures depend on the day: what was not due yet may be late
 * @param settings a digest of what was asked for
 */
record Checkpoint(LogPlace place, LocalDate day, String settings) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What was kept; nothing when it was kept by something else, since computing again does no harm. */
    static Optional<Checkpoint> parse(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return Optional.of(new Checkpoint(
                    new LogPlace(
                            json.path("epoch").asText(), json.path("position").asLong()),
                    LocalDate.parse(json.path("day").asText()),
                    json.path("settings").asText()));
        } catch (JacksonException | DateTimeException e) {
            return Optional.empty();
        }
    }

    String text() {
        return JSON.createObjectNode()
                .put("epoch", place.epoch())
                .put("position", place.position())
                .put("day", day.toString())
                .put("settings", settings)
                .toString();
    }

    Checkpoint at(LogPlace later) {
        return new Checkpoint(later, day, settings);
    }
}
