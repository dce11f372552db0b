package org.iochub.declarative.internal.format;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Cuts CSV into records, as bytes: a line end within quotes is part of a field. Works on any encoding whose ASCII
 * characters are single bytes. Holds one record at most, and never one over the limit.
 */
final class CsvCutter implements Closeable {
    /**
     * The bytes that mean something.
     *
     * @param comment what a line to be left out begins with; -1 for none
     */
    record Marks(byte separator, byte quote, int comment) {}

    private final InputStream in;
    private final Marks marks;
    private final int limit;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream held = new ByteArrayOutputStream(512);
    private long bufferOffset;
    private int at;
    private int end;
    private long line = 1;

    /** @param offset of the first byte of {@code in} within the message */
    CsvCutter(InputStream in, long offset, Marks marks, int limit) {
        this.in = in;
        this.bufferOffset = offset;
        this.marks = marks;
        this.limit = limit;
    }

    /** Leaves out so many lines, whatever quotes they have. */
    void skipLines(int count) throws IOException {
        for (int i = 0; i < count && peek() >= 0; i++) {
            skipLine();
        }
    }

    /** The next record that is neither blank nor a comment; empty at the end. */
    Optional<Piece> next() throws IOException {
        while (peek() >= 0) {
            if (peek() == marks.comment()) {
                skipLine();
                continue;
            }
            Piece piece = record();
            if (!(piece instanceof Piece.Whole whole && blank(whole.bytes()))) {
                return Optional.of(piece);
            }
        }
        return Optional.empty();
    }

    private Piece record() throws IOException {
        long from = bufferOffset + at;
        String position = "line " + line;
        held.reset();
        boolean quoted = false;
        boolean fieldStart = true;
        long length = 0;
        for (int b = take(); b >= 0; b = take()) {
            if (!quoted && (b == '\n' || b == '\r')) {
                lineEnded(b);
                break;
            }
            if (b == marks.quote() && (quoted || fieldStart)) {
                // A doubled quote closes and opens again, which comes to the same.
                quoted = !quoted;
                fieldStart = !quoted && b == marks.quote();
            } else {
                fieldStart = !quoted && b == marks.separator();
            }
            if (quoted && b == '\n') {
                line++;
            }
            if (length++ <= limit) {
                held.write(b);
            }
        }
        return length > limit
                ? new Piece.TooLarge(position, from, length)
                : new Piece.Whole(position, held.toByteArray());
    }

    private void skipLine() throws IOException {
        for (int b = take(); b >= 0; b = take()) {
            if (b == '\n' || b == '\r') {
                lineEnded(b);
                return;
            }
        }
    }

    private void lineEnded(int b) throws IOException {
        line++;
        if (b == '\r' && peek() == '\n') {
            at++;
        }
    }

    private static boolean blank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    private int peek() throws IOException {
        return at < end || fill() ? buffer[at] & 0xFF : -1;
    }

    private int take() throws IOException {
        return at < end || fill() ? buffer[at++] & 0xFF : -1;
    }

    private boolean fill() throws IOException {
        bufferOffset += end;
        at = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
