package org.iochub.api.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void knowsNumberAndOffsetOfEachLine() {
        assertThat(lines("a\r\nbc\n\nđ", 100)).containsExactly("1@0:a", "2@3:bc", "3@6:", "4@7:đ");
    }

    @Test
    void emptyMessageHasNoLine() {
        assertThat(lines("", 100)).isEmpty();
    }

    @Test
    void shortMessagesHaveOne() {
        assertThat(lines("x", 100)).containsExactly("1@0:x");
        assertThat(lines("\n", 100)).containsExactly("1@0:");
    }

    @Test
    void byteOrderMarkIsNotText() {
        assertThat(lines("\uFEFFa\nb", 100)).containsExactly("1@3:a", "2@5:b");
    }

    @Test
    void lineOverTheLimitIsSkippedAndTheNextOneComes() {
        assertThat(lines("ok\r\n" + "x".repeat(11) + "\r\n" + "y".repeat(10) + "\r\nend", 10))
                .containsExactly("1@0:ok", "2@4 too long 11", "3@17:yyyyyyyyyy", "4@29:end");
    }

    @Test
    void endlessLineIsNeverHeld() throws IOException {
        long size = 1L << 30;
        try (Lines lines = new Lines(new Endless(size), 1_000)) {
            assertThat(lines.next()).contains(new Line.TooLong(1, 0, size));
            assertThat(lines.next()).isEmpty();
        }
    }

    @Test
    void lineEndsAcrossBuffers() {
        String first = "x".repeat((1 << 13) - 1);
        List<String> read = lines(first + "\r\nsecond", 1 << 20);
        assertThat(read).containsExactly("1@0:" + first, "2@" + (first.length() + 2) + ":second");
    }

    private static List<String> lines(String text, int limit) {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return new Lines(in, limit).stream().map(LinesTest::show).collect(Collectors.toList());
    }

    private static String show(Line line) {
        String place = line.number() + "@" + line.offset();
        return line instanceof Line.Read read
                ? place + ":" + new String(read.bytes(), StandardCharsets.UTF_8)
                : place + " too long " + line.length();
    }

    /** So many bytes without a line end. */
    private static final class Endless extends InputStream {
        private long left;

        Endless(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            if (left <= 0) {
                return -1;
            }
            int got = (int) Math.min(left, count);
            java.util.Arrays.fill(into, from, from + got, (byte) 'x');
            left -= got;
            return got;
        }
    }
}
