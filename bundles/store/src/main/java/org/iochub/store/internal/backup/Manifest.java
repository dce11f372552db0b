package org.iochub.store.internal.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a backup says of itself.
 *
 * @param hubVersion of the hub that wrote it
 * @param schema the version of its tables
 * @param database {@code h2} or {@code postgresql}
 * @param position the last position of the log, in this epoch
 * @param sequences a number of each sequence that is greater than all in use
 * @param parts by name, without the manifest
 */
record Manifest(
        String hubVersion,
        int schema,
        String database,
        String hubId,
        String epoch,
        long position,
        Instant at,
        Map<String, Long> sequences,
        Map<String, Part> parts) {
    static final String NAME = "manifest.json";
    static final String STORE = "store/";
    static final String FILES = "files/";
    /** Of the file's form. */
    static final int FORM = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One entry of the file, not compressed. */
    record Part(long size, String sha256) {}

    byte[] write() throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("form", FORM);
        root.put("hubVersion", hubVersion);
        root.put("schema", schema);
        root.put("database", database);
        root.put("hubId", hubId);
        root.put("epoch", epoch);
        root.put("position", position);
        root.put("at", at.toString());
        ObjectNode numbers = root.putObject("sequences");
        sequences.forEach(numbers::put);
        ObjectNode entries = root.putObject("parts");
        parts.forEach(
                (name, part) -> entries.putObject(name).put("size", part.size()).put("sha256", part.sha256()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    /** @throws IOException when it is no manifest of a form known here */
    static Manifest read(byte[] json) throws IOException {
        JsonNode root = JSON.readTree(json);
        if (root.path("form").asInt() != FORM) {
            throw new IOException("a backup of form " + root.path("form").asText("?") + ", not " + FORM);
        }
        Map<String, Long> sequences = new LinkedHashMap<>();
        root.path("sequences")
                .properties()
                .forEach(e -> sequences.put(e.getKey(), e.getValue().asLong()));
        Map<String, Part> parts = new LinkedHashMap<>();
        root.path("parts")
                .properties()
                .forEach(e -> parts.put(
                        e.getKey(),
                        new Part(
                                e.getValue().path("size").asLong(-1),
                                e.getValue().path("sha256").asText())));
        try {
            return new Manifest(
                    root.path("hubVersion").asText(),
                    root.path("schema").asInt(),
                    root.path("database").asText(),
                    root.path("hubId").asText(),
                    root.path("epoch").asText(),
                    root.path("position").asLong(),
                    Instant.parse(root.path("at").asText()),
                    sequences,
                    parts);
        } catch (DateTimeException e) {
            throw new IOException("a manifest without a time", e);
        }
    }
}
