package org.iochub.api.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;

/** A stretch of bytes of a message, read again only when somebody asks for it. */
public final class Range {
    private Range() {}

    /** The bytes from {@code offset} on, {@code length} of them or as many as there are. */
    public static RawPart of(RawMessage message, String position, long offset, long length) {
        return new RawPart(position, () -> open(message, offset, length));
    }

    private static InputStream open(RawMessage message, long offset, long length) throws IOException {
        InputStream in = message.open();
        try {
            in.skipNBytes(offset);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
        return new Limited(in, length);
    }

    /** Ends after so many bytes. */
    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            if (left <= 0) {
                return -1;
            }
            int b = in.read();
            if (b >= 0) {
                left--;
            }
            return b;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            if (left <= 0) {
                return count == 0 ? 0 : -1;
            }
            int got = in.read(into, from, (int) Math.min(count, left));
            if (got > 0) {
                left -= got;
            }
            return got;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = in.skip(Math.min(count, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(in.available(), left);
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
