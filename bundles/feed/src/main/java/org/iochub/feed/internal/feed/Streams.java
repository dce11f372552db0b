package org.iochub.feed.internal.feed;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.iochub.feed.internal.problem.Problems;

/**
 * How many streams are open. Apart from requests, which are over soon: a dashboard on a thousand screens is one key with
 * a thousand streams, and must leave room for others.
 */
final class Streams {
    static final int OF_ONE_KEY = 1_500;
    static final int IN_ALL = 3_000;
    private static final Duration COME_AGAIN = Duration.ofSeconds(30);

    private final Map<String, Integer> byKey = new ConcurrentHashMap<>();
    private int all;

    /** Gives a place back, once. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws org.iochub.feed.internal.problem.ProblemException 429 when the key has too many, 503 when the hub has */
    synchronized Place enter(String key) {
        if (byKey.getOrDefault(key, 0) >= OF_ONE_KEY) {
            throw Problems.tooMany(
                    "too-many-streams",
                    COME_AGAIN,
                    "Khóa này đang mở " + OF_ONE_KEY + " luồng sự kiện; hãy đóng bớt hoặc thử lại sau.",
                    "This key has " + OF_ONE_KEY + " event streams open; close some or come again.");
        }
        if (all >= IN_ALL) {
            throw Problems.unavailable(
                    "too-many-streams",
                    COME_AGAIN,
                    "Hub đang mở " + IN_ALL + " luồng sự kiện, nhiều nhất có thể; hãy thử lại sau.",
                    "The hub has " + IN_ALL + " event streams open, as many as it may; come again.");
        }
        all++;
        byKey.merge(key, 1, Integer::sum);
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.compareAndSet(true, false)) {
                leave(key);
            }
        };
    }

    private synchronized void leave(String key) {
        all--;
        byKey.computeIfPresent(key, (same, open) -> open > 1 ? open - 1 : null);
    }

    synchronized int size() {
        return all;
    }
}
