package org.iochub.declarative.internal.fetch.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.SettingKey;
import org.iochub.declarative.internal.Problems;
import org.iochub.declarative.internal.fetch.Template;
import org.iochub.model.Text;

/**
 * The options of a fetch, as its schema lets them through.
 *
 * @param json an object; missing for options that are all absent
 * @param pointer where it stands in the file
 */
public record Options(JsonNode json, String pointer, List<SettingKey> settings, Problems problems) {
    public boolean has(String key) {
        return json.hasNonNull(key);
    }

    /** The options under a key. */
    public Options under(String key) {
        return new Options(json.path(key), at(key), settings, problems);
    }

    public String at(String key) {
        return pointer + "/" + key;
    }

    /** Text with settings in it; empty text when absent. */
    public Template text(String key) {
        return template(json.path(key).asText(""), at(key));
    }

    public Template text(String key, String otherwise) {
        return template(json.path(key).asText(otherwise), at(key));
    }

    public Optional<Template> optional(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** One text or a list of texts. */
    public List<Template> texts(String key) {
        JsonNode value = json.path(key);
        if (!value.isArray()) {
            return has(key) ? List.of(text(key)) : List.of();
        }
        List<Template> texts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            texts.add(template(value.path(i).asText(), at(key) + "/" + i));
        }
        return List.copyOf(texts);
    }

    /** Texts by name, in the order of the file. */
    public Map<String, Template> named(String key) {
        Map<String, Template> named = new LinkedHashMap<>();
        json.path(key)
                .properties()
                .forEach(entry ->
                        named.put(entry.getKey(), template(entry.getValue().asText(), at(key) + "/" + entry.getKey())));
        return Map.copyOf(named);
    }

    public int number(String key, int otherwise) {
        return json.path(key).asInt(otherwise);
    }

    public boolean flag(String key, boolean otherwise) {
        return json.path(key).asBoolean(otherwise);
    }

    /** A span of time; a wrong one becomes a problem at once, one with settings in it a fault when it is used. */
    public Span span(String key, Duration otherwise) {
        if (!has(key)) {
            return settings -> otherwise;
        }
        Template template = text(key);
        String written = json.path(key).asText();
        if (!written.contains("{{") && Span.parse(written).isEmpty()) {
            problems.add(at(key), Span.wrong(written));
        }
        return Span.of(template, key);
    }

    public void problem(String key, Text text) {
        problems.add(at(key), text);
    }

    /** Whether any of the texts holds a secret where none may stand. */
    public void noSecret(Template template, String key) {
        if (template.isSecret()) {
            problems.add(
                    at(key),
                    Text.of(
                            "Không được đặt bí mật vào «" + key
                                    + "», vì giá trị này hiện ra trong trạng thái và nhật ký.",
                            "No secret may stand in «" + key + "», since its value is shown in status and log."));
        }
    }

    private Template template(String text, String where) {
        return Template.of(text, settings, where, problems);
    }
}
