package org.iochub.declarative.internal.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.model.FaultException;

/** Time spans as people write them: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d}. */
public final class Spans {
    private static final Pattern SPAN = Pattern.compile("\\s*(\\d{1,9})\\s*(ms|s|m|h|d)\\s*");

    private Spans() {}

    /**
     * Takes the notation of ISO 8601 too, which is how a setting shows itself.
     *
     * @throws FaultException {@code bad-duration}
     */
    public static Duration parse(String text) {
        Matcher matcher = SPAN.matcher(text);
        if (matcher.matches()) {
            long count = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(count);
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
        }
        try {
            return Duration.parse(text.strip());
        } catch (DateTimeException e) {
            throw FaultException.of(
                    "bad-duration",
                    "",
                    "«" + text + "» không phải khoảng thời gian; hãy viết như 30s, 5m, 2h hoặc 1d.",
                    "\"" + text + "\" is no time span; write it like 30s, 5m, 2h or 1d.");
        }
    }
}
