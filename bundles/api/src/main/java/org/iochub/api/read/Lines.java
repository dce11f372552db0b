package org.iochub.api.read;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.RawMessage;

/**
 * Reads lines as bytes, because only their reader knows the encoding. Holds one line at most, and never one over the
 * limit: that is skipped and reported. A UTF-8 byte order mark at the start is not part of the first line.
 */
public final class Lines implements Closeable {
    /** 1 MiB. */
    public static final int DEFAULT_LIMIT = 1 << 20;

    private static final int BUFFER = 1 << 13;

    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long read;
    private long number;

    public Lines(InputStream in) {
        this(in, DEFAULT_LIMIT);
    }

    /** @param limit the longest line to hand out, in bytes */
    public Lines(InputStream in, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a line has at least one byte, the limit was " + limit);
        }
        this.in = in;
        this.limit = limit;
    }

    /** Every line of a message. Closing the stream closes the message. */
    public static Stream<Line> of(RawMessage message) throws IOException {
        return new Lines(message.open()).stream();
    }

    /** The lines not read yet; a failure to read becomes an {@link java.io.UncheckedIOException}. */
    public Stream<Line> stream() {
        return Unchecked.stream(this::next, this::close);
    }

    /** The next line, empty at the end. */
    public Optional<Line> next() throws IOException {
        if (number == 0) {
            skipByteOrderMark();
        }
        if (!fill()) {
            return Optional.empty();
        }
        long offset = offset();
        number++;
        ByteArrayOutputStream held = new ByteArrayOutputStream(128);
        long length = 0;
        boolean carriageReturn = false;
        boolean ended = false;
        while (!ended && fill()) {
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            int count = stop - at;
            if (count > 0) {
                carriageReturn = buffer[stop - 1] == '\r';
                length += count;
                // One byte more than the limit, for the carriage return that does not count.
                held.write(buffer, at, (int) Math.max(0, Math.min(count, limit + 1L - held.size())));
            }
            ended = stop < end;
            at = ended ? stop + 1 : stop;
        }
        if (ended && carriageReturn) {
            length--;
        }
        if (length > limit) {
            return Optional.of(new Line.TooLong(number, offset, length));
        }
        byte[] bytes = held.toByteArray();
        return Optional.of(
                new Line.Read(number, offset, bytes.length == length ? bytes : Arrays.copyOf(bytes, (int) length)));
    }

    private long offset() {
        return read - (end - at);
    }

    private void skipByteOrderMark() throws IOException {
        if (fill(3) && buffer[at] == (byte) 0xEF && buffer[at + 1] == (byte) 0xBB && buffer[at + 2] == (byte) 0xBF) {
            at += 3;
        }
    }

    private boolean fill() throws IOException {
        return at < end || fill(1);
    }

    /** Whether so many bytes are there; only called with an empty buffer or at the start. */
    private boolean fill(int atLeast) throws IOException {
        if (at == end) {
            at = 0;
            end = 0;
        }
        while (end - at < atLeast) {
            int got = in.read(buffer, end, buffer.length - end);
            if (got < 0) {
                return false;
            }
            end += got;
            read += got;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
