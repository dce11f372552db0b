package org.iochub.declarative.internal.fetch.inbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.Template;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/** A span of time that may come from an instance's settings. Immutable. */
@FunctionalInterface
public interface Span {
    /** @throws FaultException when the setting is no span of time */
    Duration of(DeclaredSettings settings);

    /** Written {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d}, or as ISO 8601 says it. */
    static Optional<Duration> parse(String text) {
        Matcher matcher = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)").matcher(text.strip());
        if (matcher.matches()) {
            long count = Long.parseLong(matcher.group(1));
            return Optional.of(
                    switch (matcher.group(2)) {
                        case "ms" -> Duration.ofMillis(count);
                        case "s" -> Duration.ofSeconds(count);
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    });
        }
        try {
            return text.startsWith("P") ? Optional.of(Duration.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Span of(Template template, String key) {
        return settings -> {
            String text = template.fill(settings);
            return parse(text).orElseThrow(() -> new FaultException(new Fault("bad-setting", key, wrong(text))));
        };
    }

    static Text wrong(String text) {
        return Text.of(
                "«" + text + "» không phải khoảng thời gian; hãy viết như 30s, 5m, 2h hoặc 1d.",
                "«" + text + "» is no span of time; write it like 30s, 5m, 2h or 1d.");
    }
}
