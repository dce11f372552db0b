package org.iochub.declarative.internal.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/**
 * How much may come out of something compressed.
 *
 * @param bytes in all
 * @param ratio how many times its size; small ones are left alone
 */
record UnpackLimits(long bytes, int ratio) {
    /** 1 GiB and 200 times. Text that repeats itself shrinks to a fiftieth; only a bomb to a five hundredth. */
    static final UnpackLimits DEFAULT = new UnpackLimits(1L << 30, 200);

    /** Up to here the ratio says nothing. */
    private static final long HARMLESS = 10L << 20;

    /** What {@code in} gives, and a fault when that is more than its compressed size allows. */
    InputStream guard(InputStream in, long compressed, String where) {
        return guard(in, compressed, where, count -> {});
    }

    /** @param counting hears of every byte, and may throw */
    InputStream guard(InputStream in, long compressed, String where, LongConsumer counting) {
        long byRatio = Math.max(HARMLESS, compressed > bytes / ratio ? bytes : compressed * ratio);
        return new Guarded(in, where, Math.min(bytes, byRatio), byRatio < bytes, counting);
    }

    private final class Guarded extends FilterInputStream {
        private final String where;
        private final boolean byRatio;
        private final LongConsumer counting;
        private long left;

        Guarded(InputStream in, String where, long left, boolean byRatio, LongConsumer counting) {
            super(in);
            this.where = where;
            this.left = left;
            this.byRatio = byRatio;
            this.counting = counting;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            took(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            int got = in.read(into, from, count);
            took(Math.max(0, got));
            return got;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = in.skip(count);
            took(skipped);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void took(long count) {
            left -= count;
            counting.accept(count);
            if (left < 0) {
                throw byRatio ? Faults.suspiciousRatio(where, ratio) : Faults.tooMuchInside(where, bytes);
            }
        }
    }
}
