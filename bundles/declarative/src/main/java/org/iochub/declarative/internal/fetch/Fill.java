package org.iochub.declarative.internal.fetch;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.iochub.api.Secret;
import org.iochub.api.SettingKey;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/**
 * Fills templates with the settings of one instance, as they are needed. Immutable. Reveals secrets only while a
 * template is filled.
 */
public final class Fill {
    private final DeclaredSettings settings;

    public Fill(DeclaredSettings settings) {
        this.settings = settings;
    }

    /** A name that templates may use beside the settings, such as {@code {{page}}}. */
    public static SettingKey slot(String name) {
        return new SettingKey(
                name,
                SettingKey.Kind.TEXT,
                false,
                true,
                Text.of(name, name),
                "",
                "",
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                "",
                java.util.List.of());
    }

    /** With more names, which count before settings of the same name. */
    public Fill with(Map<String, String> slots) {
        Map<String, Object> values = new HashMap<>(settings.values());
        values.putAll(slots);
        return new Fill(new DeclaredSettings(values));
    }

    /** With every value escaped for the text it goes into. */
    public Fill escaping(UnaryOperator<String> escape) {
        Map<String, Object> values = new HashMap<>();
        settings.values()
                .forEach((key, value) -> values.put(
                        key,
                        value instanceof Secret secret
                                ? new Secret(secret.reference(), () -> escape.apply(secret.reveal()))
                                : escape.apply(plain(key))));
        return new Fill(new DeclaredSettings(values));
    }

    private String plain(String key) {
        return Template.of("{{" + key + "}}", java.util.List.of(slot(key)), "", (pointer, text) -> {})
                .fill(settings);
    }

    /** What may be shown: stars in the place of secrets. */
    public Fill masked() {
        Map<String, Object> values = new HashMap<>(settings.values());
        values.replaceAll((key, value) -> value instanceof Secret ? "***" : value);
        return new Fill(new DeclaredSettings(values));
    }

    public String text(Template template) {
        return template.fill(settings);
    }

    public Map<String, String> texts(Map<String, Template> templates) {
        Map<String, String> texts = new LinkedHashMap<>();
        templates.forEach((name, template) -> texts.put(name, text(template)));
        return texts;
    }

    /** @throws FaultException {@code bad-duration} */
    public Duration span(Template template) {
        return Spans.parse(text(template));
    }

    /** @throws FaultException {@code bad-setting} when it is no whole number within the bounds */
    public int number(Template template, String what, int min, int max) {
        String text = text(template).strip();
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw FaultException.of(
                "bad-setting",
                what,
                "«" + text + "» không hợp lệ cho " + what + "; hãy ghi một số từ " + min + " đến " + max + ".",
                "\"" + text + "\" does not do for " + what + "; write a number from " + min + " to " + max + ".");
    }
}
