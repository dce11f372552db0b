package org.iochub.shadow.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.RawMessage;
import org.iochub.core.shadow.MessageTaps;

/** Hears a source's messages as they pass, in memory only: for sources that may not be archived. Bounded. */
final class TapWay implements Way {
    private static final int MESSAGES = 64;
    private static final long BYTES = 8L << 20;
    private static final long LARGEST = 1L << 20;

    private final Report report;
    private final MessageTaps.Attached tap;
    private final Deque<Heard> waiting = new ArrayDeque<>();
    private long bytes;

    private record Heard(String id, String name, OffsetDateTime receivedAt, Map<String, String> attributes, byte[] body)
            implements RawMessage {
        @Override
        public long size() {
            return body.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(body);
        }
    }

    TapWay(MessageTaps taps, String source, Report report) {
        this.report = report;
        this.tap = taps.attach(source, this::passed);
    }

    /** On the source's thread. */
    private void passed(RawMessage message) {
        synchronized (waiting) {
            long size = message.size();
            if (size > LARGEST) {
                report.skipped(Report.Skip.LARGE);
            } else if (waiting.size() == MESSAGES || bytes + size > BYTES) {
                report.skipped(Report.Skip.BUSY);
            } else {
                keep(message);
            }
        }
    }

    private void keep(RawMessage message) {
        try (InputStream in = message.open()) {
            byte[] body = in.readNBytes((int) LARGEST);
            waiting.add(new Heard(message.id(), message.name(), message.receivedAt(), message.attributes(), body));
            bytes += body.length;
        } catch (IOException e) {
            report.skipped(Report.Skip.UNREADABLE);
        }
    }

    @Override
    public Optional<Passing> next() {
        synchronized (waiting) {
            return Optional.ofNullable(waiting.peekFirst()).map(heard -> new Passing(heard, Optional.empty()));
        }
    }

    @Override
    public void done() {
        synchronized (waiting) {
            bytes -= waiting.removeFirst().body().length;
        }
    }

    @Override
    public void close() {
        tap.close();
        synchronized (waiting) {
            waiting.clear();
            bytes = 0;
        }
    }
}
