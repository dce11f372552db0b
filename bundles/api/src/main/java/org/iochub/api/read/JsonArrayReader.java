package org.iochub.api.read;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.RawMessage;
import org.iochub.model.Fault;

/** Cuts the inside of a JSON array into its elements: knows brackets, strings and escapes, nothing else. */
final class JsonArrayReader {
    private final RawMessage message;
    private final InputStream in;
    private final String name;
    private final int enclosing;
    private final JsonLimits limits;
    private final JsonElements elements;
    private long offset;
    private long index;
    private int pending = NONE;
    private boolean done;

    private static final int NONE = -2;

    JsonArrayReader(RawMessage message, InputStream in, long offset, String[] path, JsonLimits limits) {
        this.message = message;
        this.in = new BufferedInputStream(in, 1 << 13);
        this.offset = offset;
        this.name = String.join(".", path);
        this.enclosing = path.length;
        this.limits = limits;
        this.elements = new JsonElements(limits);
    }

    Stream<JsonItem> stream() {
        return Unchecked.stream(this::next, in::close);
    }

    private Optional<JsonItem> next() throws IOException {
        if (done) {
            return Optional.empty();
        }
        int b = read();
        while (b == ',' || whitespace(b)) {
            b = read();
        }
        if (b == ']') {
            done = true;
            return endsWell() ? Optional.empty() : Optional.of(brokenOff(offset, name + "[" + index + "]"));
        }
        if (b < 0) {
            done = true;
            return Optional.of(brokenOff(offset, name + "[" + index + "]"));
        }
        return Optional.of(element(b));
    }

    private JsonItem element(int first) throws IOException {
        long start = offset - 1;
        String position = name + "[" + index++ + "]";
        ByteArrayOutputStream held = new ByteArrayOutputStream(512);
        JsonNesting nesting = new JsonNesting(0);
        for (int b = first; ; b = read()) {
            if (b < 0 && !nesting.outside()) {
                done = true;
                return brokenOff(start, position);
            }
            if (b < 0) {
                break;
            }
            if (nesting.outside() && (b == ',' || b == ']' || whitespace(b))) {
                // The end of a bare value belongs to the array.
                pending = b;
                offset--;
                break;
            }
            nesting.take(b);
            if (held.size() <= limits.elementBytes()) {
                held.write(b);
            }
            if (nesting.outside() && (b == '}' || b == ']')) {
                break;
            }
        }
        long length = offset - start;
        if (length > limits.elementBytes()) {
            return elements.tooLarge(Range.of(message, position, start, length), position, length);
        }
        return elements.parse(position, held.toByteArray());
    }

    /** Behind the array: brackets of the objects around it must close, then nothing more. */
    private boolean endsWell() throws IOException {
        JsonNesting nesting = new JsonNesting(enclosing);
        for (int b = read(); b >= 0; b = read()) {
            boolean closed = nesting.depth() == 0;
            nesting.take(b);
            if (nesting.depth() < 0 || closed && !whitespace(b)) {
                return false;
            }
        }
        return nesting.depth() == 0;
    }

    private JsonItem brokenOff(long from, String position) {
        long length = Math.max(0, message.size() - from);
        return new JsonItem.Broken(
                Fault.of(
                        "truncated-message",
                        position,
                        "Thông điệp bị cắt cụt hoặc hỏng từ byte thứ " + from
                                + "; các bản ghi đứng trước vẫn được nhận, hãy gửi lại cả thông điệp.",
                        "The message breaks off or is garbled from byte " + from
                                + " on; the records before it were taken, send the whole message again."),
                Range.of(message, position, from, length));
    }

    private int read() throws IOException {
        int b = pending;
        if (b == NONE) {
            b = in.read();
        } else {
            pending = NONE;
        }
        if (b >= 0) {
            offset++;
        }
        return b;
    }

    private static boolean whitespace(int b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
