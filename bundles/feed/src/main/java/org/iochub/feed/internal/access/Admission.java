package org.iochub.feed.internal.access;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.iochub.feed.internal.problem.Problems;

/** Lets a known caller in: so many requests a minute, so many at once, by whatever door they come. */
public final class Admission {
    private static final int AT_ONCE = 32;

    private final Turnstile turnstile;
    private final RateLimit rate;

    public Admission(LongSupplier nanos) {
        this.turnstile = new Turnstile(AT_ONCE, nanos);
        this.rate = new RateLimit(nanos);
    }

    /** @return to be left when the request has ended */
    public Turnstile.Entry enter(Caller caller) {
        count(caller);
        Turnstile.Entry entry = turnstile.entry(caller.id());
        if (!turnstile.enter(entry)) {
            throw Problems.tooMany(
                    "too-many-at-once",
                    Duration.ofSeconds(1),
                    "Khóa này đang có " + AT_ONCE + " yêu cầu cùng lúc; hãy chờ một yêu cầu kết thúc.",
                    "This key has " + AT_ONCE + " requests under way; wait until one has ended.");
        }
        return entry;
    }

    /** Counts a request of this minute. Enough for a stream, which is not over soon and has a place elsewhere. */
    public void count(Caller caller) {
        caller.grants()
                .requestsPerMinute()
                .ifPresent(most -> rate.take(caller.id(), most).ifPresent(wait -> {
                    throw Problems.tooMany(
                            "rate-limit",
                            wait,
                            "Khóa này được " + most + " yêu cầu mỗi phút; hãy gửi lại sau thời gian ghi ở Retry-After.",
                            "This key may make " + most + " requests a minute; come again after Retry-After.");
                }));
    }
}
