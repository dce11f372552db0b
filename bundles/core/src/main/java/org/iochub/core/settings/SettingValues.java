package org.iochub.core.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.api.Secret;
import org.iochub.api.SettingKey;
import org.iochub.model.FaultException;

/** Reads one value of a configuration file as the type its setting has. */
public final class SettingValues {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private final SecretResolver secrets;

    public SettingValues(SecretResolver secrets) {
        this.secrets = secrets;
    }

    /**
     * @return an object of the key's kind, or a list of them
     * @throws FaultException {@code bad-setting}, with what the value should look like
     */
    Object parse(SettingKey key, String text) {
        if (!key.list()) {
            return one(key, text);
        }
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(item -> one(key, item))
                .toList();
    }

    private Object one(SettingKey key, String text) {
        String name = key.name();
        return switch (key.kind()) {
            case TEXT -> checked(name, text, key);
            case INTEGER -> number(name, text, key);
            case DECIMAL -> decimal(name, text);
            case BOOLEAN -> bool(name, text);
            case DURATION -> duration(name, text);
            case URI -> uri(name, text);
            case CHOICE -> choice(name, text, key);
            case SECRET -> secret(name, text);
        };
    }

    private static String checked(String key, String text, SettingKey setting) {
        if (!setting.pattern().isEmpty() && !text.matches(setting.pattern())) {
            throw bad(key, text, "khớp mẫu " + setting.pattern(), "match " + setting.pattern());
        }
        return text;
    }

    private static long number(String key, String text, SettingKey setting) {
        long min = setting.min();
        long max = setting.max();
        try {
            long value = Long.parseLong(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same fault: what counts is what it should look like.
        }
        throw bad(key, text, "là số nguyên từ " + min + " đến " + max, "be a whole number from " + min + " to " + max);
    }

    private static double decimal(String key, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw bad(key, text, "là một số, ví dụ 0.5", "be a number such as 0.5");
        }
    }

    private static boolean bool(String key, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(key, text, "là true hoặc false", "be true or false");
        };
    }

    private static Duration duration(String key, String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw bad(
                    key, text, "là khoảng thời gian như 30s, 5m, 2h, 1d", "be a span of time such as 30s, 5m, 2h, 1d");
        }
        LongFunction<Duration> unit = switch (matcher.group(2)) {
            case "ms" -> Duration::ofMillis;
            case "s" -> Duration::ofSeconds;
            case "m" -> Duration::ofMinutes;
            case "h" -> Duration::ofHours;
            default -> Duration::ofDays;
        };
        return unit.apply(Long.parseLong(matcher.group(1)));
    }

    private static URI uri(String key, String text) {
        try {
            URI uri = URI.create(text);
            if (uri.isAbsolute()) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the same fault.
        }
        throw bad(
                key, text, "là địa chỉ đầy đủ như http://may-chu:8080/", "be a full address such as http://host:8080/");
    }

    private Secret secret(String key, String text) {
        if (!text.startsWith("env:") && !text.startsWith("file:")) {
            // The value itself may be the secret: it is not repeated.
            throw FaultException.of(
                    "bad-setting",
                    key,
                    "Khóa «" + key + "» phải là tham chiếu env:TÊN_BIẾN hoặc file:/đường/dẫn, không phải mật khẩu.",
                    "The key «" + key + "» must be a reference env:NAME or file:/path, never the secret itself.");
        }
        return new Secret(text, () -> secrets.resolve(key, text));
    }

    private static String choice(String key, String text, SettingKey setting) {
        String wanted = text.toLowerCase(Locale.ROOT).replace('_', '-');
        return setting.choices().stream().filter(wanted::equals).findFirst().orElseThrow(() -> {
            String words = String.join(", ", setting.choices());
            return bad(key, text, "là một trong: " + words, "be one of: " + words);
        });
    }

    private static FaultException bad(String key, String text, String shouldVi, String shouldEn) {
        return FaultException.of(
                "bad-setting",
                key,
                "Khóa «" + key + "» có giá trị «" + text + "», phải " + shouldVi + ".",
                "The key «" + key + "» has the value «" + text + "» and must " + shouldEn + ".");
    }
}
