package org.iochub.routes.urbansecurity.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.iochub.api.read.IsoTimes;

/**
 * How far the reading has come: which alerts of the index the hub has, what the server said about the index when the hub
 * had them all, and where chains begin. One thread at a time.
 */
final class Checkpoint {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> taken = new LinkedHashSet<>();
    private final Chains chains;
    private Optional<String> etag = Optional.empty();
    private Optional<String> lastModified = Optional.empty();

    /** What was kept; from the start when it was kept by something else, since reading again does no harm. */
    Checkpoint(Optional<String> kept, IsoTimes times) {
        this.chains = new Chains(times);
        kept.ifPresent(this::restore);
    }

    private void restore(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            json.path("taken").forEach(key -> taken.add(key.asText()));
            chains.restore(json.path("chains"));
            etag = Optional.ofNullable(json.path("etag").textValue());
            lastModified = Optional.ofNullable(json.path("lastModified").textValue());
        } catch (JacksonException e) {
            taken.clear();
        }
    }

    Chains chains() {
        return chains;
    }

    Optional<String> etag() {
        return etag;
    }

    Optional<String> lastModified() {
        return lastModified;
    }

    boolean has(AlertIndex.Entry entry) {
        return taken.contains(entry.key());
    }

    void taken(AlertIndex.Entry entry) {
        taken.add(entry.key());
    }

    /** What the index does not show any more need not be known. */
    void keep(Collection<AlertIndex.Entry> shown) {
        taken.retainAll(shown.stream().map(AlertIndex.Entry::key).toList());
    }

    /** The hub has everything that the index showed. */
    void complete(Optional<String> newEtag, Optional<String> newLastModified) {
        etag = newEtag;
        lastModified = newLastModified;
    }

    /** To be kept with the message of this entry. */
    String with(AlertIndex.Entry entry) {
        ObjectNode json = JSON.createObjectNode();
        var keys = json.putArray("taken");
        taken.forEach(keys::add);
        keys.add(entry.key());
        chains.save(json.putObject("chains"));
        etag.ifPresent(value -> json.put("etag", value));
        lastModified.ifPresent(value -> json.put("lastModified", value));
        return json.toString();
    }
}
