package org.iochub.declarative.internal.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.api.Secret;
import org.iochub.api.SettingKey;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.Problems;
import org.iochub.model.Text;

/** Text with {@code {{key}}} where an instance's settings go in. Immutable. */
public final class Template {
    private static final Pattern SLOT = Pattern.compile("\\{\\{\\s*([A-Za-z0-9-]+)\\s*}}");

    private final String text;
    private final boolean secret;

    private Template(String text, boolean secret) {
        this.text = text;
        this.secret = secret;
    }

    /** Checks that every key it names is a setting of the file. */
    public static Template of(String text, List<SettingKey> keys, String pointer, Problems problems) {
        boolean secret = false;
        for (String name : names(text)) {
            Optional<SettingKey> key =
                    keys.stream().filter(k -> k.name().equals(name)).findFirst();
            if (key.isEmpty()) {
                String known =
                        String.join(", ", keys.stream().map(SettingKey::name).toList());
                problems.add(
                        pointer,
                        Text.of(
                                "Không có cấu hình «" + name + "» trong mục settings (có: " + known + ").",
                                "There is no setting «" + name + "» under settings (there are: " + known + ")."));
            }
            secret |= key.filter(k -> k.kind() == SettingKey.Kind.SECRET).isPresent();
        }
        return new Template(text, secret);
    }

    private static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = SLOT.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** Whether what it is filled with must not be shown. */
    public boolean isSecret() {
        return secret;
    }

    /**
     * The text for one instance; a setting without a value leaves nothing. Secrets are revealed: fill when it is used,
     * and keep it nowhere.
     */
    public String fill(DeclaredSettings settings) {
        return SLOT.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        settings.value(match.group(1)).map(Template::show).orElse("")));
    }

    private static String show(Object value) {
        if (value instanceof Secret hidden) {
            return hidden.reveal();
        }
        if (value instanceof List<?> list) {
            return String.join(",", list.stream().map(Template::show).toList());
        }
        return value instanceof URI || value instanceof Duration ? value.toString() : String.valueOf(value);
    }
}
