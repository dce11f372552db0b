package org.iochub.feed.internal.query;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.iochub.feed.internal.problem.Problems;

/** The query parameters of a request, decoded; a bad one is refused by name. */
public final class Params {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int LAST_YEAR = 9_999;
    private final Map<String, List<String>> values;

    public Params(Map<String, List<String>> values) {
        this.values = new LinkedHashMap<>();
        // CXF has null for a parameter without an equals sign.
        values.forEach((name, given) -> this.values.put(
                name,
                given.stream()
                        .map(value -> Objects.requireNonNullElse(value, ""))
                        .toList()));
    }

    public Optional<String> one(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw Problems.badParameter(
                    name, "Tham số " + name + " chỉ được ghi một lần.", "Give the parameter " + name + " once only.");
        }
        return given.stream().findFirst().filter(value -> !value.isEmpty());
    }

    /** A parameter that may be repeated. */
    public List<String> many(String name) {
        List<String> given = values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        if (given.size() > 100) {
            throw Problems.badParameter(
                    name, "Tham số " + name + " được ghi tối đa 100 lần.", "Give " + name + " at most 100 times.");
        }
        return given;
    }

    public int integer(String name, int otherwise, int min, int max) {
        return one(name).map(value -> integer(name, value, min, max)).orElse(otherwise);
    }

    public Optional<Integer> optionalInteger(String name, int min, int max) {
        return one(name).map(value -> integer(name, value, min, max));
    }

    public Optional<Long> optionalLong(String name, long min) {
        return one(name).map(value -> {
            try {
                long number = Long.parseLong(value);
                if (number >= min) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Told below, together with numbers out of range.
            }
            throw Problems.badParameter(
                    name,
                    name + " phải là số nguyên từ " + min + " trở lên.",
                    name + " must be a whole number of " + min + " or more.");
        });
    }

    private static int integer(String name, String value, int min, int max) {
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, together with numbers out of range.
        }
        throw Problems.badParameter(
                name,
                name + " phải là số nguyên từ " + min + " đến " + max + ".",
                name + " must be a whole number from " + min + " to " + max + ".");
    }

    /** One of an enum's constants, in lower case with hyphens. */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> choices) {
        return one(name)
                .map(value -> Arrays.stream(choices.getEnumConstants())
                        .filter(choice -> word(choice).equals(value))
                        .findFirst()
                        .orElseThrow(() -> {
                            String words = Arrays.stream(choices.getEnumConstants())
                                    .map(Params::word)
                                    .collect(Collectors.joining(", "));
                            return Problems.badParameter(
                                    name,
                                    name + " phải là một trong: " + words + ".",
                                    name + " must be one of: " + words + ".");
                        }));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean flag(String name) {
        return one(name)
                .map(value -> switch (value) {
                    case "true", "1" -> true;
                    case "false", "0" -> false;
                    default ->
                        throw Problems.badParameter(
                                name, name + " phải là true hoặc false.", name + " must be true or false.");
                })
                .orElse(false);
    }

    public Optional<OffsetDateTime> moment(String name) {
        return one(name).map(value -> {
            try {
                OffsetDateTime moment = OffsetDateTime.parse(value);
                if (moment.getYear() < 1 || moment.getYear() > LAST_YEAR) {
                    // Java knows years with which nobody, the database among them, can calculate.
                    throw new DateTimeParseException("year", value, 0);
                }
                return moment;
            } catch (DateTimeParseException e) {
                throw Problems.badParameter(
                        name,
                        name + " phải là thời điểm có múi giờ, ví dụ 2026-01-31T08:00:00%2B07:00 (dấu + viết là %2B).",
                        name + " must be a time with an offset, such as 2026-01-31T08:00:00%2B07:00 (write + as %2B).");
            }
        });
    }

    public Optional<LocalDate> date(String name) {
        return one(name).map(value -> date(name, value));
    }

    public static LocalDate date(String name, String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw Problems.badParameter(
                    name, name + ": ngày phải có dạng 2026-01-31.", name + ": write the date as 2026-01-31.");
        }
    }

    public static LocalDate today() {
        return LocalDate.now(VIETNAM);
    }

    /** Refuses parameters that nothing here reads: a mistyped filter must not widen an answer. */
    public void allow(Set<String> known) {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                String exist = known.isEmpty() ? "–" : known.stream().sorted().collect(Collectors.joining(", "));
                throw Problems.badParameter(
                        Problems.shown(name),
                        "Không có tham số «" + Problems.shown(name) + "» ở đây. Các tham số có thể dùng: " + exist
                                + ".",
                        "There is no parameter \"" + Problems.shown(name) + "\" here. There are: " + exist + ".");
            }
        }
    }

    /** The same query with one parameter set, ready to follow a {@code ?}. */
    public String with(String name, String value) {
        StringBuilder query = new StringBuilder();
        values.forEach((other, given) -> {
            if (!other.equals(name)) {
                given.forEach(v -> append(query, other, v));
            }
        });
        append(query, name, value);
        return query.toString();
    }

    /** The same parameters but for these, which get other values; an empty list takes one away. */
    public Params replaced(Map<String, List<String>> others) {
        Map<String, List<String>> all = new LinkedHashMap<>(values);
        all.putAll(others);
        return new Params(all);
    }

    /** Only these parameters. */
    public Params only(Set<String> names) {
        Map<String, List<String>> kept = new LinkedHashMap<>(values);
        kept.keySet().retainAll(names);
        return new Params(kept);
    }

    /** The query, ready to follow a {@code ?}; empty when there are no parameters. */
    public String query() {
        StringBuilder query = new StringBuilder();
        values.forEach((name, given) -> given.forEach(value -> append(query, name, value)));
        return query.toString();
    }

    private static void append(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
