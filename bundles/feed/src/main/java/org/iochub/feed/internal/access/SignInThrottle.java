package org.iochub.feed.internal.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iochub.feed.internal.problem.Problems;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Slows down who guesses passwords: after some failures in a row every further one doubles the wait, by user and by
 * address. One for every way in: who guesses by Basic waits at the sign-in form too. Remembers a limited number of them,
 * the latest.
 */
@Component(service = SignInThrottle.class)
public final class SignInThrottle {
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

    @Activate
    public SignInThrottle() {
        this(Clock.systemUTC());
    }

    public SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Lets them try, unless one of these has to stay away. */
    void admit(String... names) {
        Optional<Duration> wait = wait(names);
        if (wait.isPresent()) {
            long seconds = wait.get().plusMillis(999).toSeconds();
            throw Problems.tooMany(
                    "too-many-attempts",
                    wait.get(),
                    "Đăng nhập sai quá nhiều lần; hãy thử lại sau " + seconds + " giây.",
                    "Too many failed sign-ins; try again in " + seconds + " seconds.");
        }
    }

    /** How long one of these has to stay away; empty when they may try. */
    private synchronized Optional<Duration> wait(String... names) {
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

    /** Whose failures are counted when a person's password was wrong. */
    static String[] person(String user, String address) {
        return new String[] {user(user), address(address)};
    }

    static String user(String name) {
        return "user:" + Problems.shown(name);
    }

    static String address(String address) {
        return "address:" + address;
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
