package org.iochub.feed.internal.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.iochub.feed.internal.cursor.CursorKeeper;
import org.iochub.feed.internal.feed.SharedPages.Page;
import org.iochub.feed.internal.representation.EventLines;
import org.iochub.reading.feed.FeedPage;
import org.iochub.reading.feed.FeedReading;
import org.iochub.reading.scope.Shown;

/** One reader's stream: a page at a time, the next one only when the last is on its way. Holds no thread. */
final class EventStream {
    private static final int PAGE = 100;
    /** A reader that stops in the middle holds so much at most, and one record. */
    private static final long PAGE_BYTES = 256 << 10;
    /** What a usual record takes of a processor, read for many streams at once. */
    private static final long ROW_NANOS = 2_000;
    /** Proxies close connections on which nothing moves. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);
    /** Then the reader connects anew, and its key is looked at again. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final FeedReading reading;
    private final Waiting waiting;
    private final SharedPages.Group group;
    private final EventLines events;
    private final CursorKeeper cursors;
    private final Wire wire;
    private final BooleanSupplier standing;
    private final long end = System.nanoTime() + LONGEST.toNanos();

    EventStream(
            FeedReading reading,
            Waiting waiting,
            SharedPages.Group group,
            EventLines events,
            CursorKeeper cursors,
            Wire wire,
            BooleanSupplier standing) {
        this.reading = reading;
        this.waiting = waiting;
        this.group = group;
        this.events = events;
        this.cursors = cursors;
        this.wire = wire;
        this.standing = standing;
    }

    /** Tells the reader at once that it is connected. */
    void begin(long after) {
        wire.send(mark(after), sent -> goOn(after, sent));
    }

    private void goOn(long after, boolean sent) {
        Duration turn = waiting.courtesy().turn(waiting.behind(after), PAGE * ROW_NANOS);
        if (!sent || !waiting.soon(() -> step(after), turn)) {
            wire.end();
        }
    }

    private void step(long after) {
        if (System.nanoTime() > end || !standing.getAsBoolean()) {
            wire.end();
            return;
        }
        try {
            Page page = group.page(after, this::read);
            if (!page.isEmpty()) {
                wire.send(page.events(), sent -> goOn(page.next(), sent));
            } else if (page.more()) {
                wire.send(mark(page.next()), sent -> goOn(page.next(), sent));
            } else {
                rest(page.next());
            }
        } catch (RuntimeException e) {
            // The reader comes back with its last cursor and is told then what is wrong.
            wire.end();
        }
    }

    private void rest(long from) {
        AtomicLong after = new AtomicLong(from);
        boolean parked = waiting.park(from, KEEP_ALIVE, last -> {
            if (!standing.getAsBoolean()) {
                wire.end();
                return OptionalLong.empty();
            }
            try {
                Page page = group.page(after.get(), this::read);
                if (!page.isEmpty()) {
                    wire.send(page.events(), sent -> goOn(page.next(), sent));
                    return OptionalLong.empty();
                }
                after.set(page.next());
                if (!last) {
                    return OptionalLong.of(page.next());
                }
                wire.send(mark(page.next()), sent -> goOn(page.next(), sent));
            } catch (RuntimeException e) {
                wire.end();
            }
            return OptionalLong.empty();
        });
        if (!parked) {
            wire.end();
        }
    }

    private Page read(long after) {
        FeedPage page = reading.read(group.scope(), after, PAGE, PAGE_BYTES);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            for (Shown shown : page.records()) {
                out.write(id(shown.record().position()));
                out.write("\ndata: ".getBytes(StandardCharsets.US_ASCII));
                events.write(shown, out);
                out.write('\n');
            }
            if (!page.records().isEmpty()) {
                out.write(mark(page.next()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Page(out.toByteArray(), page.next(), page.more());
    }

    /** No event, but it moves the reader's cursor and shows that the connection lives. */
    private byte[] mark(long position) {
        return (new String(id(position), StandardCharsets.US_ASCII) + "\n:\n\n").getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] id(long position) {
        return ("id: " + cursors.write(group.epoch(), position)).getBytes(StandardCharsets.US_ASCII);
    }
}
