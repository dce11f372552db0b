package org.iochub.declarative.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.iochub.api.SettingKey;
import org.iochub.api.SettingKey.Kind;
import org.iochub.core.settings.SecretResolver;
import org.iochub.core.settings.SettingValues;
import org.iochub.core.settings.SettingsBinder;
import org.iochub.model.Fault;
import org.iochub.model.Text;
import org.iochub.model.text.Nfc;

/** Compiles {@code settings}, and checks values against them as the hub will. */
final class SettingsCompiler {
    private final Mistakes mistakes;
    /** Only looks at the notation: nothing is revealed while a file is compiled. */
    private final SettingValues values = new SettingValues(new SecretResolver(name -> Optional.empty()));

    SettingsCompiler(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    List<SettingKey> compile(JsonNode settings) {
        List<SettingKey> keys = new ArrayList<>();
        settings.properties().forEach(entry -> {
            String pointer = KeyPath.child("/settings", entry.getKey());
            if (mistakes.sound(pointer)) {
                keys.add(key(entry.getKey(), entry.getValue(), pointer));
            }
        });
        return keys;
    }

    private SettingKey key(String name, JsonNode setting, String pointer) {
        Kind kind = Kind.valueOf(setting.path("type").asText().toUpperCase(Locale.ROOT));
        fitting(setting, pointer, kind);
        List<String> choices = new ArrayList<>();
        setting.path("choices").forEach(choice -> choices.add(choice.asText()));
        SettingKey key = new SettingKey(
                name,
                kind,
                setting.path("list").asBoolean(false),
                setting.path("optional").asBoolean(false),
                Text.of(
                        Nfc.of(setting.path("vi").asText()).strip(),
                        setting.path("en").asText().strip()),
                setting.path("default").asText(),
                setting.path("example").asText(),
                setting.path("min").asLong(Long.MIN_VALUE),
                setting.path("max").asLong(Long.MAX_VALUE),
                setting.path("pattern").asText(),
                choices);
        if (mistakes.sound(pointer) && !key.byDefault().isEmpty()) {
            bind(List.of(key), Map.of(name, key.byDefault()))
                    .forEach(fault -> mistakes.add(pointer + "/default", fault.message()));
        }
        return key;
    }

    /** What goes with which type. */
    private void fitting(JsonNode setting, String pointer, Kind kind) {
        only(setting, pointer, "choices", kind == Kind.CHOICE, "choice");
        only(setting, pointer, "min", kind == Kind.INTEGER, "integer");
        only(setting, pointer, "max", kind == Kind.INTEGER, "integer");
        only(setting, pointer, "pattern", kind == Kind.TEXT, "text");
        if (kind == Kind.CHOICE && !setting.has("choices")) {
            add(
                    pointer,
                    "Kiểu choice cần khóa choices: danh sách các lựa chọn.",
                    "The type choice needs the key choices.");
        }
        if (setting.path("optional").asBoolean() && setting.has("default")) {
            add(
                    pointer + "/default",
                    "Không dùng cả optional lẫn default; hãy bỏ một trong hai.",
                    "optional and default do not go together; remove one of them.");
        }
        try {
            Pattern.compile(setting.path("pattern").asText());
        } catch (PatternSyntaxException e) {
            add(
                    pointer + "/pattern",
                    "Đây không phải biểu thức chính quy: " + e.getDescription() + ".",
                    "This is no regular expression: " + e.getDescription() + ".");
        }
    }

    private void only(JsonNode setting, String pointer, String key, boolean fits, String type) {
        if (setting.has(key) && !fits) {
            add(
                    pointer + "/" + key,
                    "Khóa " + key + " chỉ đi với type: " + type + "; hãy bỏ nó hoặc đổi type.",
                    "The key " + key + " goes with type: " + type + " only; remove it or change the type.");
        }
    }

    /** What is wrong with values in the notation of a configuration file. */
    List<Fault> bind(List<SettingKey> keys, Map<String, String> given) {
        return new SettingsBinder<>(new FileSettings(keys), values).bind(given)
                        instanceof SettingsBinder.Result.Wrong<DeclaredSettings> wrong
                ? wrong.faults()
                : List.of();
    }

    private void add(String pointer, String vi, String en) {
        mistakes.add(pointer, Text.of(vi, en));
    }
}
