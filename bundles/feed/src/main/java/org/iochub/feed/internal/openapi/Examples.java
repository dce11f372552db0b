package org.iochub.feed.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.hub.Hub;
import org.iochub.feed.internal.json.Json;

/**
 * Real answers of operations, one file each. A test holds them equal to what is answered to its made-up records; it
 * writes them anew with {@code -Dexamples.write=true}.
 */
final class Examples {
    /** Stands in the files where a hub's own address stands in an answer. */
    static final String ADDRESS = "http://hub.example";
    /** The example of an error, which every operation has. */
    static final String PROBLEM = "problem";

    /** What is asked for each example, by the operation's id. */
    static final Map<String, String> REQUESTS = Map.ofEntries(
            Map.entry("types", "/api/v1/types"),
            Map.entry("feed", "/api/v1/feeds/facility"),
            Map.entry("records", "/api/v1/records/citizen-report"),
            Map.entry("record", "/api/v1/records/citizen-report/{report}"),
            Map.entry("history", "/api/v1/records/citizen-report/{report}/history"),
            Map.entry("lineage", "/api/v1/records/citizen-report/{report}/lineage"),
            Map.entry("sources", "/api/v1/sources"),
            Map.entry("tenants", "/api/v1/tenants"),
            Map.entry("quarantine", "/api/v1/quarantine"),
            Map.entry("area", "/api/v1/areas/22768?at=2025-06-30"),
            Map.entry(PROBLEM, "/api/v1/feeds/facility?limit=-1"));

    private Examples() {}

    static Optional<JsonNode> of(String operation, Hub hub) {
        try (InputStream file = Examples.class.getResourceAsStream("examples/" + operation + ".json")) {
            if (file == null) {
                return Optional.empty();
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(ADDRESS, hub.publicUrl().toString());
            return Optional.of(Json.tree(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
