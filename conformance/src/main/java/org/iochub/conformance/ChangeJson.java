package org.iochub.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.iochub.api.Change;
import org.iochub.conformance.adapter.Mapped;
import org.iochub.model.Fault;
import org.iochub.model.VersionKey;
import org.iochub.model.json.ModelJson;

/** Changes as they stand in the files of expected ones. */
public final class ChangeJson {
    private final ObjectMapper mapper = ModelJson.newMapper();

    /** All of a message; a stream that broke off ends in the refusal that the hub makes of it. */
    public ArrayNode of(Mapped mapped) {
        ArrayNode all = mapper.createArrayNode();
        mapped.changes().forEach(change -> all.add(of(change)));
        mapped.ending().ifPresent(ending -> all.add(refused(ending.fault(), "")));
        return all;
    }

    public ObjectNode of(Change change) {
        ObjectNode node = mapper.createObjectNode();
        if (change instanceof Change.Upsert<?> upsert) {
            node.put("op", "upsert").put("type", upsert.type().name());
            upsert.area().ifPresent(area -> node.put("area", area.code() + "@" + area.validFrom()));
            version(node, upsert.version());
            node.set("data", tree(upsert.data()));
            if (!upsert.notes().isEmpty()) {
                ArrayNode notes = node.putArray("notes");
                upsert.notes().forEach(note -> notes.add(note.code()));
            }
            return node;
        }
        if (change instanceof Change.Patch patch) {
            node.put("op", "patch").put("type", patch.type().name());
            key(node, patch.naturalKey());
            node.put("part", patch.part());
            node.set("value", tree(patch.value()));
            return node;
        }
        if (change instanceof Change.Delete delete) {
            node.put("op", "delete").put("type", delete.type().name());
            key(node, delete.naturalKey());
            node.put("at", delete.at().toString());
            version(node, delete.version());
            return node;
        }
        if (change instanceof Change.Refusal refusal) {
            return refused(refusal.fault(), refusal.raw().position());
        }
        return node.put("op", "complete")
                .put("type", ((Change.ListComplete) change).type().name());
    }

    private ObjectNode refused(Fault fault, String position) {
        return mapper.createObjectNode()
                .put("op", "refused")
                .put("code", fault.code())
                .put("position", position);
    }

    private static void key(ObjectNode node, List<String> naturalKey) {
        ArrayNode key = node.putArray("key");
        naturalKey.forEach(key::add);
    }

    private static void version(ObjectNode node, VersionKey version) {
        version.order().ifPresent(order -> node.put("version", order));
    }

    /** Through its bytes, so that a number read from a file and one that was mapped are alike. */
    private JsonNode tree(Object value) {
        try {
            return mapper.readTree(mapper.writeValueAsBytes(value));
        } catch (IOException e) {
            return mapper.createObjectNode().put("unwritable", String.valueOf(e.getMessage()));
        }
    }

    /** @throws JsonProcessingException when it is no JSON */
    public JsonNode read(byte[] text) throws IOException {
        return mapper.readTree(text);
    }

    /** For a file that people review. */
    public byte[] pretty(JsonNode node) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return (mapper.writer(printer).writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always writable", e);
        }
    }

    public ObjectMapper mapper() {
        return mapper;
    }
}
