package org.iochub.declarative.internal.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.SettingKey;
import org.iochub.declarative.internal.Problems;
import org.iochub.model.FaultException;

/** What stands under a key of the file, read as templates. Texts that can be wrong are checked while they are read. */
public final class Options {
    private final JsonNode node;
    private final String pointer;
    private final List<SettingKey> keys;
    private final Problems problems;

    public Options(JsonNode node, String pointer, List<SettingKey> keys, Problems problems) {
        this.node = node;
        this.pointer = pointer;
        this.keys = List.copyOf(keys);
        this.problems = problems;
    }

    public boolean has(String key) {
        return node.has(key);
    }

    /** What stands under {@code key}; nothing when the key is absent. */
    public Options at(String key) {
        return new Options(node.path(key), pointer(key), keys, problems);
    }

    public JsonNode node() {
        return node;
    }

    public String pointer() {
        return pointer;
    }

    public Problems problems() {
        return problems;
    }

    public Template text(String key, String byDefault) {
        return Template.of(node.path(key).asText(byDefault), keys, pointer(key), problems);
    }

    public Optional<Template> text(String key) {
        return has(key) ? Optional.of(text(key, "")) : Optional.empty();
    }

    /** A template of a text that was made of what stands under {@code key}. */
    public Template template(String key, String text) {
        return Template.of(text, keys, pointer(key), problems);
    }

    /** A template of the option itself. */
    public Template self() {
        return Template.of(node.asText(), keys, pointer, problems);
    }

    /** A time span; {@link Fill#span} reads it. */
    public Template span(String key, String byDefault) {
        String text = node.path(key).asText(byDefault);
        if (!text.contains("{{")) {
            try {
                Spans.parse(text);
            } catch (FaultException e) {
                problems.add(pointer(key), e.fault().message());
            }
        }
        return text(key, byDefault);
    }

    public Map<String, Template> map(String key) {
        Map<String, Template> map = new LinkedHashMap<>();
        node.path(key).fieldNames().forEachRemaining(name -> map.put(name, at(key).text(name, "")));
        return map;
    }

    /** A list of texts; one text alone is a list of one. */
    public List<Template> list(String key) {
        JsonNode value = node.path(key);
        if (value.isTextual()) {
            return List.of(text(key, ""));
        }
        List<Template> list = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            list.add(new Options(value.get(i), pointer(key) + "/" + i, keys, problems).self());
        }
        return list;
    }

    /** A word or number that takes no template. */
    public String word(String key, String byDefault) {
        return node.path(key).asText(byDefault);
    }

    public int number(String key, int byDefault) {
        return node.path(key).asInt(byDefault);
    }

    public boolean flag(String key, boolean byDefault) {
        return node.path(key).asBoolean(byDefault);
    }

    /** The JSON Pointer of {@code key}. */
    public String pointer(String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
