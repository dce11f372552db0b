package org.iochub.feed.internal.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down who guesses passwords: after some failures in a row every further one doubles the wait, by user and by
 * address. Remembers a limited number of them, the latest.
 */
final class SignInThrottle {
    private static final int FREE = 5;
    private static final int MOST = 10_000;
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN = Duration.ofMinutes(30);

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST;
        }
    };

    private record Failures(int count, Instant last) {
        Instant openAt() {
            if (count < FREE) {
                return last;
            }
            long millis = SHORTEST.toMillis() << Math.min(count - FREE, 20);
            return last.plusMillis(Math.min(millis, LONGEST.toMillis()));
        }
    }

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long one of these has to stay away; empty when they may try. */
    synchronized Optional<Duration> wait(String... names) {
        Instant now = clock.instant();
        Optional<Duration> longest = Optional.empty();
        for (String name : names) {
            Failures known = failures.get(name);
            if (known != null && known.last().plus(FORGOTTEN).isBefore(now)) {
                failures.remove(name);
            } else if (known != null && known.openAt().isAfter(now)) {
                Duration wait = Duration.between(now, known.openAt());
                longest = longest.filter(other -> other.compareTo(wait) >= 0).or(() -> Optional.of(wait));
            }
        }
        return longest;
    }

    synchronized void failed(String... names) {
        Instant now = clock.instant();
        for (String name : names) {
            failures.merge(name, new Failures(1, now), (known, one) -> new Failures(known.count() + 1, now));
        }
    }

    /** The right password ends a user's count; the address may still be guessing at others. */
    synchronized void succeeded(String user) {
        failures.remove(user);
    }
}
