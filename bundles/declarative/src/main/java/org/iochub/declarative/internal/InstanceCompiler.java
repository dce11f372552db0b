package org.iochub.declarative.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.iochub.api.SettingKey;
import org.iochub.core.declarative.DefaultInstance;
import org.iochub.model.Fault;

/** Compiles {@code instance}. */
final class InstanceCompiler {
    private static final String SETTINGS = "/instance/settings";

    private final Mistakes mistakes;
    private final SettingsCompiler settings;

    InstanceCompiler(Mistakes mistakes, SettingsCompiler settings) {
        this.mistakes = mistakes;
        this.settings = settings;
    }

    /** @param adapter the source's id */
    Optional<DefaultInstance> compile(JsonNode instance, String adapter, List<SettingKey> keys) {
        if (!instance.isObject() || !mistakes.sound("/instance") || !mistakes.sound("/settings")) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        instance.path("settings").properties().forEach(entry -> values.put(entry.getKey(), text(entry.getValue())));
        for (Fault fault : settings.bind(keys, values)) {
            boolean written = values.containsKey(fault.where());
            mistakes.add(written ? KeyPath.child(SETTINGS, fault.where()) : SETTINGS, fault.message());
        }
        values.put("adapter", adapter);
        values.put("tenant", instance.path("tenant").asText());
        return Optional.of(new DefaultInstance(instance.path("id").asText(), values));
    }

    /** As in a configuration file. */
    private static String text(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(","))
                : value.asText();
    }
}
