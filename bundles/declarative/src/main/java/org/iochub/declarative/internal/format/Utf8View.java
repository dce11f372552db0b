package org.iochub.declarative.internal.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import org.iochub.api.RawMessage;

/** A message in another character set, seen as UTF-8; what is no character comes as U+FFFD. */
record Utf8View(RawMessage message, Charset charset) implements RawMessage {
    @Override
    public String id() {
        return message.id();
    }

    @Override
    public String name() {
        return message.name();
    }

    /** Known only once it is read: no UTF-16 text is longer than this. */
    @Override
    public long size() {
        return message.size() / 2 > Long.MAX_VALUE / 3 ? Long.MAX_VALUE : message.size() / 2 * 3;
    }

    @Override
    public OffsetDateTime receivedAt() {
        return message.receivedAt();
    }

    @Override
    public Map<String, String> attributes() {
        return message.attributes();
    }

    @Override
    public InputStream open() throws IOException {
        InputStream in = message.open();
        try {
            return new Encoding(new InputStreamReader(ByteOrderMark.skip(in).rest(), charset));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static final class Encoding extends InputStream {
        private final Reader reader;
        private final CharsetEncoder encoder = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        private final CharBuffer chars = CharBuffer.allocate(1 << 13).limit(0);
        private final ByteBuffer bytes = ByteBuffer.allocate(1 << 15).limit(0);
        private boolean ended;

        Encoding(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read() throws IOException {
            return fill() ? bytes.get() & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int got = Math.min(count, bytes.remaining());
            bytes.get(into, from, got);
            return got;
        }

        private boolean fill() throws IOException {
            while (!bytes.hasRemaining() && !ended) {
                chars.compact();
                ended = reader.read(chars) < 0;
                chars.flip();
                bytes.clear();
                encoder.encode(chars, bytes, ended);
                bytes.flip();
            }
            return bytes.hasRemaining();
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
