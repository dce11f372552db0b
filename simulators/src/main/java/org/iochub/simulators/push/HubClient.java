package org.iochub.simulators.push;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** Delivers one message as often as it takes. */
final class HubClient {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(1);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI target;
    private final String key;
    private final Clock clock;

    HubClient(URI hub, String source, String key, Clock clock) {
        String base = hub.toString();
        this.target = URI.create((base.endsWith("/") ? base : base + "/") + "api/v1/ingest/" + source);
        this.key = key;
        this.clock = clock;
    }

    /** Returns when the hub answered 2xx; waits as long as it asks with Retry-After, else longer each time. */
    void deliver(String body) throws InterruptedException {
        deliver(body, Map.of("Content-Type", "application/json"));
    }

    /** The same with other headers. */
    void deliver(String body, Map<String, String> headers) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (true) {
            Optional<Duration> asked = Optional.empty();
            try {
                HttpResponse<Void> answer = http.send(request(body, headers), HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() / 100 == 2) {
                    return;
                }
                asked = answer.headers().firstValue("Retry-After").flatMap(this::retryAfter);
            } catch (IOException e) {
                // Not up yet, or down for a while: the message waits.
            }
            Thread.sleep(asked.orElse(pause).toMillis());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private HttpRequest request(String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return request.build();
    }

    /** Seconds or a date, RFC 9110. */
    private Optional<Duration> retryAfter(String value) {
        try {
            return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(value.strip()))));
        } catch (NumberFormatException notSeconds) {
            try {
                Instant until = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                return Optional.of(bounded(Duration.between(clock.instant(), until)));
            } catch (DateTimeException notADate) {
                return Optional.empty();
            }
        }
    }

    private static Duration bounded(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    }
}
