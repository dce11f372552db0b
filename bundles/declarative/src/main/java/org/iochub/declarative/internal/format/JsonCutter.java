package org.iochub.declarative.internal.format;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts JSON text into the elements of an array, before each is parsed by itself: one that is malformed spoils no other.
 * Knows brackets, strings and escapes, nothing else. Holds one element at most, and never one over the limit.
 */
final class JsonCutter implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final JsonStart start;
    private final int limit;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private long bufferOffset;
    private int at;
    private int end;
    private long index;
    private boolean done;

    /** @param in stands where the inside of the array, or the one object, begins */
    JsonCutter(InputStream in, JsonStart start, int limit) {
        this.in = in;
        this.start = start;
        this.limit = limit;
        this.bufferOffset = start.offset();
    }

    /** The next element; empty at the end. */
    Optional<Piece> next() throws IOException {
        if (done) {
            return Optional.empty();
        }
        if (!start.array()) {
            return index++ == 0 ? Optional.of(element(start.name())) : ending(start.name());
        }
        String position = start.name() + "[" + index + "]";
        int b = skipSpace();
        if (b == ']') {
            at++;
            return ending(position);
        }
        // A brace that closes nothing: where the array ends is anybody's guess.
        if (b < 0 || b == '}') {
            return brokenOff(offset(), position);
        }
        index++;
        return Optional.of(element(position));
    }

    private Piece element(String position) throws IOException {
        long from = offset();
        int first = at;
        held.reset();
        int depth = 0;
        boolean text = false;
        boolean escaped = false;
        while (true) {
            if (at == end) {
                hold(first, at);
                if (!fill()) {
                    done = true;
                    return new Piece.BrokenOff(position, from);
                }
                first = 0;
            }
            byte b = buffer[at++];
            if (text) {
                if (escaped) {
                    escaped = false;
                } else if (b == '\\') {
                    escaped = true;
                } else if (b == '"') {
                    text = false;
                }
                continue;
            }
            switch (b) {
                case '"' -> text = true;
                case '{', '[' -> depth++;
                case '}', ']' -> {
                    if (depth == 0) {
                        // The end of a bare value belongs to what is around it.
                        at--;
                        return cut(position, from, first);
                    }
                    if (--depth == 0) {
                        return cut(position, from, first);
                    }
                }
                case ',', ' ', '\n', '\r', '\t' -> {
                    if (depth == 0) {
                        at--;
                        return cut(position, from, first);
                    }
                }
                default -> {
                    // Inside a value.
                }
            }
        }
    }

    private Piece cut(String position, long from, int first) {
        long length = offset() - from;
        if (length > limit) {
            return new Piece.TooLarge(position, from, length);
        }
        if (held.size() == 0) {
            return new Piece.Whole(position, Arrays.copyOfRange(buffer, first, at));
        }
        hold(first, at);
        return new Piece.Whole(position, held.toByteArray());
    }

    private void hold(int first, int stop) {
        held.write(buffer, first, Math.min(stop - first, Math.max(0, limit + 1 - held.size())));
    }

    /** Behind the records: the brackets around them must close, then nothing more. */
    private Optional<Piece> ending(String position) throws IOException {
        done = true;
        long from = offset();
        long depth = start.enclosing();
        boolean text = false;
        boolean escaped = false;
        while (at < end || fill()) {
            byte b = buffer[at++];
            boolean space = b == ' ' || b == '\n' || b == '\r' || b == '\t';
            if (depth == 0 && !space) {
                return brokenOff(from, position);
            }
            if (text) {
                text = escaped || b != '"';
                escaped = !escaped && b == '\\';
            } else if (b == '"') {
                text = true;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if (b == '}' || b == ']') {
                depth--;
            }
        }
        return depth == 0 && !text ? Optional.empty() : brokenOff(from, position);
    }

    private Optional<Piece> brokenOff(long from, String position) {
        done = true;
        return Optional.of(new Piece.BrokenOff(position, from));
    }

    /** The byte that comes next, which is not taken; -1 at the end. */
    private int skipSpace() throws IOException {
        while (at < end || fill()) {
            byte b = buffer[at];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t' && b != ',') {
                return b & 0xFF;
            }
            at++;
        }
        return -1;
    }

    private long offset() {
        return bufferOffset + at;
    }

    private boolean fill() throws IOException {
        bufferOffset += end;
        at = 0;
        end = Math.max(0, in.read(buffer, 0, BUFFER));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
