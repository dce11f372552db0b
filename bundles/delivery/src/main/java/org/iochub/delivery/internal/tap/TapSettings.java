package org.iochub.delivery.internal.tap;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iochub.core.access.Grants;
import org.iochub.core.access.PersonalLevel;
import org.iochub.core.settings.SecretResolver;
import org.iochub.model.FaultException;
import org.iochub.reading.scope.Scoping;
import org.iochub.reading.scope.Wanted;

/**
 * One {@code org.iochub.tap-<name>.cfg}. The administrator who writes it decides what the platform sees: it has grants of
 * its own, without personal data unless it says otherwise.
 *
 * @param servers of Kafka, or the address of the MQTT broker
 * @param start {@code oldest} or {@code newest}, when nothing was sent yet
 */
public record TapSettings(
        String name,
        String kind,
        String servers,
        TopicTemplate topic,
        Grants grants,
        Wanted wanted,
        int batch,
        String start,
        Optional<String> user,
        Optional<String> passwordReference,
        Optional<Path> ca,
        String mechanism,
        int qos,
        Optional<String> clientId) {
    private static final Set<String> KEYS = new TreeSet<>(Set.of(
            "kind",
            "servers",
            "url",
            "topic",
            "types",
            "sources",
            "tenants",
            "areas",
            "since",
            "personal",
            "batch",
            "start",
            "user",
            "password",
            "ca",
            "mechanism",
            "qos",
            "clientId"));

    /** @throws FaultException {@code bad-setting}, naming the key and what it should look like */
    public static TapSettings of(String name, Map<String, String> given) {
        Map<String, String> values = new TreeMap<>();
        given.forEach((key, value) -> {
            if (!value.isBlank()) {
                values.put(key, value.strip());
            }
        });
        values.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            String known = String.join(", ", KEYS);
            throw bad(key, "không có khóa này; các khóa: " + known, "there is no such key; there are: " + known);
        });
        String kind = choice(values, "kind", "", "kafka", "mqtt");
        String where = kind.equals("kafka") ? "servers" : "url";
        String servers = Optional.ofNullable(values.get(where))
                .filter(address -> kind.equals("kafka")
                        ? address.matches("[^\\s@/]+:\\d+(\\s*,\\s*[^\\s@/]+:\\d+)*")
                        : address.matches("(tcp|ssl|mqtt|mqtts)://[^\\s@/]+"))
                .orElseThrow(() -> bad(
                        where,
                        kind.equals("kafka")
                                ? "ghi máy:cổng, ví dụ kafka1:9092,kafka2:9092"
                                : "ghi như ssl://may-chu:8883",
                        kind.equals("kafka")
                                ? "write host:port, such as kafka1:9092,kafka2:9092"
                                : "write it like ssl://host:8883"));
        if (values.containsKey("password") && !values.containsKey("user")) {
            throw bad("user", "có mật khẩu thì phải có user", "a password needs a user beside it");
        }
        Optional<String> password = Optional.ofNullable(values.get("password"));
        if (password.filter(text -> !text.matches("(env|file):.+")).isPresent()) {
            throw bad(
                    "password",
                    "phải là tham chiếu env:TÊN_BIẾN hoặc file:/đường/dẫn, không phải mật khẩu",
                    "must be a reference env:NAME or file:/path, never the secret itself");
        }
        Optional<Set<String>> types = set(values, "types");
        return new TapSettings(
                name,
                kind,
                servers,
                TopicTemplate.of(
                        values.getOrDefault("topic", kind.equals("kafka") ? "iochub.{type}" : "iochub/{type}"), kind),
                new Grants(
                        true,
                        types,
                        set(values, "tenants"),
                        set(values, "areas"),
                        personal(choice(values, "personal", "none", "none", "masked", "full")),
                        Set.of(),
                        false),
                new Wanted(Scoping.ALL, Optional.empty(), list(values, "sources"), List.of(), List.of(), since(values)),
                number(values, "batch", 500, 1, 5_000),
                choice(values, "start", "oldest", "oldest", "newest"),
                Optional.ofNullable(values.get("user")),
                password,
                Optional.ofNullable(values.get("ca")).map(Path::of),
                choice(values, "mechanism", "PLAIN", "PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"),
                number(values, "qos", 1, 1, 2),
                Optional.ofNullable(values.get("clientId")));
    }

    Optional<String> password() {
        SecretResolver resolver = new SecretResolver(variable -> Optional.ofNullable(System.getenv(variable)));
        return passwordReference.map(reference -> resolver.resolve("password", reference));
    }

    private static PersonalLevel personal(String word) {
        return PersonalLevel.valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }

    private static Optional<OffsetDateTime> since(Map<String, String> values) {
        try {
            return Optional.ofNullable(values.get("since")).map(OffsetDateTime::parse);
        } catch (DateTimeParseException e) {
            throw bad(
                    "since",
                    "phải là thời điểm có múi giờ, ví dụ 2026-01-31T08:00:00+07:00",
                    "must be a time with an offset, such as 2026-01-31T08:00:00+07:00");
        }
    }

    private static Optional<Set<String>> set(Map<String, String> values, String key) {
        return Optional.of(list(values, key))
                .filter(list -> !list.isEmpty())
                .map(list -> Set.copyOf(new HashSet<>(list)));
    }

    private static List<String> list(Map<String, String> values, String key) {
        return new ArrayList<>(Arrays.asList(values.getOrDefault(key, "").split("[,\\s]+")))
                .stream().filter(value -> !value.isEmpty()).toList();
    }

    private static String choice(Map<String, String> values, String key, String otherwise, String... words) {
        String value = values.getOrDefault(key, otherwise);
        return Arrays.stream(words)
                .filter(word -> word.equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> bad(
                        key,
                        "phải là một trong: " + String.join(", ", words),
                        "must be one of: " + String.join(", ", words)));
    }

    private static int number(Map<String, String> values, String key, int otherwise, int min, int max) {
        String value = values.getOrDefault(key, Integer.toString(otherwise));
        if (value.matches("\\d{1,9}") && Integer.parseInt(value) >= min && Integer.parseInt(value) <= max) {
            return Integer.parseInt(value);
        }
        throw bad(key, "phải là số từ " + min + " đến " + max, "must be a number from " + min + " to " + max);
    }

    static FaultException bad(String key, String vi, String en) {
        return FaultException.of(
                "bad-setting", key, "Khóa «" + key + "»: " + vi + ".", "Key \"" + key + "\": " + en + ".");
    }
}
