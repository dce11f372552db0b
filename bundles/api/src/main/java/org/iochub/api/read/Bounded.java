package org.iochub.api.read;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.iochub.model.FaultException;

/** Reads what others send no further than agreed, in bytes and in time: one sender must not take the hub's memory. */
public final class Bounded {
    private static final int CHUNK = 16 * 1024;

    private Bounded() {}

    /**
     * The whole of {@code in}, which stays open.
     *
     * @param within for the reading as a whole, so that a sender who drips byte after byte comes to an end too
     * @throws FaultException {@code too-large} or {@code too-slow}
     */
    public static byte[] read(InputStream in, long maxBytes, Duration within) throws IOException {
        long started = System.nanoTime();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            if (out.size() + (long) n > maxBytes) {
                throw tooLarge(maxBytes);
            }
            if (System.nanoTime() - started > within.toNanos()) {
                throw tooSlow(within);
            }
            out.write(chunk, 0, n);
        }
        return out.toByteArray();
    }

    /** The same stream, which throws {@code too-large} when it turns out longer than {@code maxBytes}. */
    public static InputStream stream(InputStream in, long maxBytes) {
        return new Counted(in, maxBytes);
    }

    private static FaultException tooLarge(long maxBytes) {
        return FaultException.of(
                "too-large",
                "",
                "Dữ liệu nhận được (sau khi giải nén) vượt quá " + maxBytes
                        + " byte; hãy chia nhỏ ở phía nguồn hoặc nâng giới hạn trong cấu hình.",
                "What arrived (after decompression) is larger than " + maxBytes
                        + " bytes; make it smaller at the source or raise the limit in the settings.");
    }

    private static FaultException tooSlow(Duration within) {
        return FaultException.of(
                "too-slow",
                "",
                "Nguồn chưa gửi xong dữ liệu trong " + within.toMillis()
                        + " ms; hãy kiểm tra nguồn hoặc nâng thời gian chờ trong cấu hình.",
                "The source had not finished sending after " + within.toMillis()
                        + " ms; check the source or raise the timeout in the settings.");
    }

    private static final class Counted extends FilterInputStream {
        private final long maxBytes;
        private long count;

        Counted(InputStream in, long maxBytes) {
            super(in);
            this.maxBytes = maxBytes;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count(Math.max(n, 0));
            return n;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(int more) {
            count += more;
            if (count > maxBytes) {
                throw tooLarge(maxBytes);
            }
        }
    }
}
