package org.iochub.declarative.internal.format;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.iochub.api.RawMessage;

/** A message that is never in memory: a beginning, one character very often, an end. */
record Generated(String before, char filler, long times, String after) implements RawMessage {
    @Override
    public String id() {
        return "generated";
    }

    @Override
    public String name() {
        return "generated";
    }

    @Override
    public long size() {
        return before.length() + times + after.length();
    }

    @Override
    public OffsetDateTime receivedAt() {
        return OffsetDateTime.parse("2026-03-02T08:00:00+07:00");
    }

    @Override
    public Map<String, String> attributes() {
        return Map.of();
    }

    @Override
    public InputStream open() {
        return new SequenceInputStream(
                Collections.enumeration(List.of(text(before), new Filler((byte) filler, times), text(after))));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Filler extends InputStream {
        private final byte filler;
        private long left;

        Filler(byte filler, long times) {
            this.filler = filler;
            this.left = times;
        }

        @Override
        public int read() {
            return left-- > 0 ? filler : -1;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            if (count == 0) {
                return 0;
            }
            if (left <= 0) {
                return -1;
            }
            int got = (int) Math.min(left, count);
            java.util.Arrays.fill(into, from, from + got, filler);
            left -= got;
            return got;
        }
    }
}
