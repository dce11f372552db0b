package org.iochub.declarative.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.iochub.api.Sector;
import org.iochub.model.RecordType;

/** The JSON Schema of declarative sources, put together from its root, the fetches', the formats' and the model's parts. */
public final class SourceSchema {
    private static final String FOLDER = "/org/iochub/declarative/schema/";

    private final ObjectMapper mapper = new ObjectMapper();
    private final ObjectNode root = read("declarative-source");
    private final ObjectNode defs = (ObjectNode) root.get("$defs");

    private SourceSchema() {}

    /** The same for the same arguments, byte for byte. */
    public static ObjectNode of(Collection<String> fetches, Collection<String> formats, List<RecordType<?>> types) {
        SourceSchema schema = new SourceSchema();
        schema.parts("from", fetches);
        schema.parts("format", formats);
        schema.sectors();
        schema.types(types);
        return schema.root;
    }

    private ObjectNode read(String name) {
        try (InputStream in = SourceSchema.class.getResourceAsStream(FOLDER + name + ".schema.json")) {
            if (in == null) {
                throw new IllegalStateException("the bundle lacks the schema " + name);
            }
            return (ObjectNode) mapper.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void parts(String key, Collection<String> names) {
        ObjectNode properties = (ObjectNode) root.path("properties").path(key).path("properties");
        for (String name : new TreeSet<>(names)) {
            String def = key + "-" + name;
            ObjectNode part = read(key + "/" + name);
            part.remove(List.of("$schema", "$id"));
            relocate(part, "#/$defs/" + def);
            defs.set(def, part);
            properties.putObject(name).put("$ref", "#/$defs/" + def);
        }
    }

    /** A reference within a part points into the part also when it stands in the whole. */
    private static void relocate(JsonNode node, String base) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                if (entry.getKey().equals("$ref") && entry.getValue().asText().startsWith("#")) {
                    entry.setValue(
                            TextNode.valueOf(base + entry.getValue().asText().substring(1)));
                } else {
                    relocate(entry.getValue(), base);
                }
            }
        }
        if (node instanceof ArrayNode array) {
            array.forEach(element -> relocate(element, base));
        }
    }

    private void sectors() {
        ArrayNode codes = defs.putObject("sector").putArray("enum");
        for (Sector sector : Sector.values()) {
            codes.add(sector.code());
        }
    }

    private void types(List<RecordType<?>> types) {
        ArrayNode names = defs.putObject("type").putArray("enum");
        ArrayNode conditions = ((ObjectNode) defs.get("entry")).putArray("allOf");
        for (RecordType<?> type : types) {
            names.add(type.name());
            String def = "fields-" + type.name();
            defs.set(def, FieldSchemas.of(type.dataClass()));
            ObjectNode condition = conditions.addObject();
            ObjectNode given = condition.putObject("if");
            given.putArray("required").add("type");
            given.putObject("properties").putObject("type").put("const", type.name());
            condition
                    .putObject("then")
                    .putObject("properties")
                    .putObject("fields")
                    .put("$ref", "#/$defs/" + def);
        }
    }
}
