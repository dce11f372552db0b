package org.iochub.core.source.internal;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.iochub.core.source.SourceAgreement;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/** The keys of every instance's file that say when somebody has to look after it. */
final class AlertSettings {
    private static final String FRESHNESS = "freshness";
    private static final String FLOOD = "alert.floodPerMinute";
    private static final String QUARANTINE = "alert.quarantinePerHour";
    private static final String MUTED = "alert.muted";
    static final Set<String> KEYS = Set.of(FRESHNESS, FLOOD, QUARANTINE, MUTED);
    private static final Pattern SHORT = Pattern.compile("(\\d{1,6})\\s*([smhd])");

    private AlertSettings() {}

    /** What is wrong is left out here; {@link #check} says it. */
    static SourceAgreement read(Map<String, String> values, String sector, Optional<Duration> ofAdapter) {
        return new SourceAgreement(
                sector,
                quietly(() -> freshness(values)).or(() -> ofAdapter),
                quietly(() -> number(values, FLOOD)).map(OptionalLong::of).orElse(OptionalLong.empty()),
                quietly(() -> number(values, QUARANTINE)).map(OptionalLong::of).orElse(OptionalLong.empty()),
                given(values, MUTED).stream()
                        .flatMap(text -> Arrays.stream(text.split("[,\\s]+")))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** @param faults gets what is wrong */
    static void check(Map<String, String> values, List<Fault> faults) {
        for (Runnable one : List.<Runnable>of(
                () -> freshness(values), () -> number(values, FLOOD), () -> number(values, QUARANTINE))) {
            try {
                one.run();
            } catch (FaultException e) {
                faults.add(e.fault());
            }
        }
    }

    private static <T> Optional<T> quietly(java.util.function.Supplier<Optional<T>> question) {
        try {
            return question.get();
        } catch (FaultException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> freshness(Map<String, String> values) {
        return given(values, FRESHNESS).map(text -> {
            Matcher brief = SHORT.matcher(text.toLowerCase(Locale.ROOT));
            try {
                Duration span = brief.matches() ? span(brief) : Duration.parse(text);
                if (span.compareTo(Duration.ofSeconds(10)) >= 0) {
                    return span;
                }
            } catch (DateTimeParseException e) {
                // Said below.
            }
            throw bad(
                    FRESHNESS,
                    text,
                    "là khoảng thời gian từ 10 giây, ví dụ 15m, 6h, 2d hoặc PT15M",
                    "be a span of 10 seconds or more, such as 15m, 6h, 2d or PT15M");
        });
    }

    private static Duration span(Matcher brief) {
        long count = Long.parseLong(brief.group(1));
        return switch (brief.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private static Optional<Long> number(Map<String, String> values, String key) {
        return given(values, key).map(text -> {
            try {
                long number = Long.parseLong(text);
                if (number >= 1) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            throw bad(key, text, "là số nguyên từ 1", "be a whole number from 1");
        });
    }

    private static Optional<String> given(Map<String, String> values, String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static FaultException bad(String key, String text, String shouldVi, String shouldEn) {
        return FaultException.of(
                "bad-setting",
                key,
                "Khóa «" + key + "» có giá trị «" + text + "», phải " + shouldVi + ".",
                "The key «" + key + "» has the value «" + text + "» and must " + shouldEn + ".");
    }
}
