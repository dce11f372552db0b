package org.iochub.feed.internal.feed;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.sse.OutboundSseEvent;
import javax.ws.rs.sse.Sse;
import javax.ws.rs.sse.SseEventSink;
import org.iochub.feed.internal.representation.Representations;
import org.iochub.reading.feed.FeedPage;
import org.iochub.reading.feed.FeedReading;
import org.iochub.reading.scope.Scope;
import org.iochub.reading.scope.Shown;

/** One reader's stream: a page at a time, the next one only when the last is on its way. Holds no thread. */
final class EventStream {
    private static final int PAGE = 100;
    /** Proxies close connections on which nothing moves. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);
    /** Then the reader connects anew, and its key is looked at again. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final FeedReading reading;
    private final Waiting waiting;
    private final Scope scope;
    private final Representations representations;
    private final LongFunction<String> cursor;
    private final long end = System.nanoTime() + LONGEST.toNanos();

    EventStream(
            FeedReading reading,
            Waiting waiting,
            Scope scope,
            Representations representations,
            LongFunction<String> cursor) {
        this.reading = reading;
        this.waiting = waiting;
        this.scope = scope;
        this.representations = representations;
        this.cursor = cursor;
    }

    boolean start(SseEventSink sink, Sse sse, long after) {
        return new Connection(sink, sse).begin(after);
    }

    private final class Connection {
        private final SseEventSink sink;
        private final Sse sse;

        Connection(SseEventSink sink, Sse sse) {
            this.sink = sink;
            this.sse = sse;
        }

        /** Tells the reader at once that it is connected. */
        boolean begin(long after) {
            sink.send(mark(after));
            return follow(after);
        }

        private boolean follow(long after) {
            return waiting.soon(() -> step(after));
        }

        private void step(long after) {
            if (sink.isClosed() || System.nanoTime() > end) {
                sink.close();
                return;
            }
            try {
                FeedPage page = reading.read(scope, after, PAGE);
                if (page.records().isEmpty() && !page.more()) {
                    rest(page.next());
                } else {
                    send(page).whenComplete((sent, failure) -> goOn(page.next(), failure == null));
                }
            } catch (RuntimeException e) {
                // The reader comes back with its last cursor and is told then what is wrong.
                sink.close();
            }
        }

        private void goOn(long after, boolean sent) {
            if (!sent || !follow(after)) {
                sink.close();
            }
        }

        private CompletionStage<?> send(FeedPage page) {
            for (Shown shown : page.records()) {
                sink.send(sse.newEventBuilder()
                        .id(cursor.apply(shown.record().position()))
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(String.class, representations.event(shown))
                        .build());
            }
            return sink.send(mark(page.next()));
        }

        /** No event, but it moves the reader's cursor and shows that the connection lives. */
        private OutboundSseEvent mark(long position) {
            return sse.newEventBuilder().id(cursor.apply(position)).comment("").build();
        }

        private void rest(long from) {
            AtomicLong after = new AtomicLong(from);
            boolean parked = waiting.park(from, KEEP_ALIVE, last -> {
                FeedPage page = reading.read(scope, after.get(), 1);
                if (page.records().isEmpty()) {
                    after.set(page.next());
                    if (!last) {
                        return OptionalLong.of(page.next());
                    }
                    sink.send(mark(page.next())).whenComplete((sent, failure) -> goOn(page.next(), failure == null));
                } else {
                    goOn(after.get(), true);
                }
                return OptionalLong.empty();
            });
            if (!parked) {
                sink.close();
            }
        }
    }
}
