package org.iochub.quality.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.iochub.core.quality.Quality.Rule;
import org.iochub.model.RecordType;

/**
 * How each type is judged: what the hub is shipped with, changed by an operator's lines. A line that cannot be is left
 * out and named in {@link #mistakes()}.
 */
final class Rules {
    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,5})\\s*([smhd])");
    private static final Pattern AGREED = Pattern.compile("agreed\\.([A-Za-z0-9._~-]+)\\.(within|every)");
    private static final Set<String> LISTS = Set.of("wished", "same", "moment");
    private static final Set<String> SPANS = Set.of("within", "every");
    private static final Set<String> FLAGS = Set.of("placed", "units");

    /**
     * @param moment fields with the times at which something happened
     * @param version of the definition, with a mark of its own when an operator changed it
     */
    record TypeRule(
            String version,
            List<String> wished,
            List<String> same,
            List<String> moment,
            Optional<Duration> within,
            Optional<Duration> every,
            boolean placed,
            boolean units) {}

    private final Map<String, TypeRule> types = new TreeMap<>();
    private final Map<String, Map<String, Duration>> agreed = new TreeMap<>();
    private final List<String> mistakes = new ArrayList<>();
    private final String digest;

    /**
     * @param shipped every line of the file the hub is shipped with
     * @param own an operator's lines
     * @param known the types there are
     */
    Rules(Map<String, String> shipped, Map<String, String> own, List<RecordType<?>> known) {
        Map<String, RecordType<?>> byName = new HashMap<>();
        known.forEach(type -> byName.putIfAbsent(type.name(), type));
        Map<String, String> lines = new TreeMap<>(shipped);
        Set<String> changed = new HashSet<>();
        new TreeMap<>(own).forEach((key, value) -> {
            if (taken(key, value.strip(), byName)
                    && !value.strip().equals(lines.put(key, value.strip()))
                    && !key.startsWith("agreed.")) {
                changed.add(key.substring(0, key.indexOf('.')));
            }
        });
        for (String type : byName.keySet()) {
            types.put(type, rule(type, lines, changed.contains(type)));
        }
        digest = Digests.of(types.toString() + agreed);
    }

    private boolean taken(String key, String value, Map<String, RecordType<?>> known) {
        var instance = AGREED.matcher(key);
        if (instance.matches()) {
            Optional<Duration> span = span(value);
            span.ifPresent(length -> agreed.computeIfAbsent(instance.group(1), k -> new TreeMap<>())
                    .put(instance.group(2), length));
            return span.isPresent() || mistake(key, value, "15m, 1h, 1d");
        }
        int dot = key.indexOf('.');
        String what = key.substring(dot + 1);
        RecordType<?> type = dot < 0 ? null : known.get(key.substring(0, dot));
        if (type == null) {
            return mistake(key, value, String.join(", ", new TreeMap<>(known).keySet()));
        }
        if (LISTS.contains(what)) {
            List<String> fields = Fields.of(type);
            return list(value).stream().allMatch(field -> fields.contains(field.split("\\.")[0]))
                    || mistake(key, value, String.join(", ", fields));
        }
        if (SPANS.contains(what)) {
            return value.isEmpty() || span(value).isPresent() || mistake(key, value, "15m, 1h, 1d");
        }
        if (FLAGS.contains(what)) {
            return value.equals("true") || value.equals("false") || mistake(key, value, "true, false");
        }
        return what.equals("version") && !value.isEmpty()
                || mistake(key, value, "wished, same, within, moment, every, placed, units");
    }

    private boolean mistake(String key, String value, String possible) {
        mistakes.add("org.iochub.quality: «" + key + " = " + value + "» không dùng được, có thể là: " + possible
                + " / cannot be, use one of: " + possible);
        return false;
    }

    private static TypeRule rule(String type, Map<String, String> lines, boolean changed) {
        String base = lines.getOrDefault(type + ".version", "1");
        TypeRule rule = new TypeRule(
                base,
                list(lines.getOrDefault(type + ".wished", "")),
                list(lines.getOrDefault(type + ".same", "")),
                list(lines.getOrDefault(type + ".moment", "")),
                span(lines.getOrDefault(type + ".within", "")),
                span(lines.getOrDefault(type + ".every", "")),
                Boolean.parseBoolean(lines.get(type + ".placed")),
                Boolean.parseBoolean(lines.get(type + ".units")));
        return changed
                ? new TypeRule(
                        base + "+" + Digests.of(rule.toString()).substring(0, 6),
                        rule.wished,
                        rule.same,
                        rule.moment,
                        rule.within,
                        rule.every,
                        rule.placed,
                        rule.units)
                : rule;
    }

    private static List<String> list(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s*,\\s*"));
    }

    static Optional<Duration> span(String text) {
        var written = SPAN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(written.group(1));
        return Optional.of(
                switch (written.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                });
    }

    /** Of a type; one that nobody described is judged by what holds for all. */
    TypeRule of(String type) {
        return types.getOrDefault(
                type,
                new TypeRule("1", List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), false, false));
    }

    /** How long after it happened a source's record may come. */
    Optional<Duration> within(String source, String type) {
        return agreed(source, "within").or(() -> of(type).within());
    }

    /** How often something of a source should come; a day at most, so that each day can be judged by itself. */
    Optional<Duration> every(String source, String type) {
        return agreed(source, "every")
                .or(() -> of(type).every())
                .filter(span -> span.compareTo(Duration.ofMinutes(1)) >= 0 && span.compareTo(Duration.ofDays(1)) <= 0);
    }

    private Optional<Duration> agreed(String source, String what) {
        return Optional.ofNullable(agreed.getOrDefault(source, Map.of()).get(what));
    }

    /** Another digest, other figures. */
    String digest() {
        return digest;
    }

    List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    List<Rule> shown() {
        List<Rule> rules = new ArrayList<>();
        types.forEach((type, rule) -> rules.add(new Rule(
                type,
                rule.version,
                rule.wished,
                rule.same,
                rule.within,
                rule.every,
                rule.placed,
                rule.units,
                Optional.empty())));
        agreed.forEach((source, spans) -> rules.add(new Rule(
                "",
                "",
                List.of(),
                List.of(),
                Optional.ofNullable(spans.get("within")),
                Optional.ofNullable(spans.get("every")),
                false,
                false,
                Optional.of(source))));
        return rules;
    }
}
