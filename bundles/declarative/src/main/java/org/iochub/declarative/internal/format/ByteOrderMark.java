package org.iochub.declarative.internal.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a text begins with.
 *
 * @param rest the text behind the mark
 * @param length of the mark, in bytes; 0 without one
 * @param charset what the mark says
 */
record ByteOrderMark(InputStream rest, int length, Optional<Charset> charset) {
    private static final int LONGEST = 3;

    /** Takes the mark off {@code in}; closing the rest closes it. */
    static ByteOrderMark skip(InputStream in) throws IOException {
        PushbackInputStream rest = new PushbackInputStream(in, LONGEST);
        byte[] head = rest.readNBytes(LONGEST);
        Optional<Charset> charset = charset(head);
        int length = charset.map(c -> c.equals(StandardCharsets.UTF_8) ? 3 : 2).orElse(0);
        rest.unread(head, length, head.length - length);
        return new ByteOrderMark(rest, length, charset);
    }

    private static Optional<Charset> charset(byte[] head) {
        if (head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return Optional.empty();
    }
}
