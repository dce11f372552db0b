package org.iochub.alerts.internal.look;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** How many records a minute each source brought lately. Used by one thread. */
final class Rates {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration LEAST = Duration.ofSeconds(50);
    private final Map<String, Deque<Sample>> samples = new HashMap<>();

    private record Sample(Instant at, long total) {}

    /** @param total of records since the hub started @return empty until a minute was seen */
    OptionalDouble perMinute(String source, Instant now, long total) {
        Deque<Sample> own = samples.computeIfAbsent(source, key -> new ArrayDeque<>());
        if (!own.isEmpty() && own.getLast().total() > total) {
            own.clear();
        }
        own.addLast(new Sample(now, total));
        while (own.size() > 2 && own.getFirst().at().plus(WINDOW).isBefore(now)) {
            own.removeFirst();
        }
        Sample first = own.getFirst();
        Duration span = Duration.between(first.at(), now);
        return span.compareTo(LEAST) < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((total - first.total()) * 60_000.0 / span.toMillis());
    }

    void keep(Set<String> sources) {
        samples.keySet().retainAll(sources);
    }
}
