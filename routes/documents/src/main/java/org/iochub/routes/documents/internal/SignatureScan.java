package org.iochub.routes.documents.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Looks, as a file passes by, whether it is a PDF with a signature in it: the dictionary of a signature names the ranges
 * of bytes it covers and is never compressed, since they are filled in last. That it is there is seen, not that it is
 * valid.
 */
final class SignatureScan extends FilterInputStream {
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RANGES = "/ByteRange".getBytes(StandardCharsets.US_ASCII);

    private long position;
    private boolean pdf = true;
    private int matched;
    private boolean found;

    SignatureScan(InputStream in) {
        super(in);
    }

    /** Of what was read so far. */
    boolean signed() {
        return found;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            look((byte) b);
        }
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int i = 0; i < count && pdf && !found; i++) {
            look(buffer[offset + i]);
        }
        return count;
    }

    private void look(byte b) {
        if (position < PDF.length) {
            pdf &= b == PDF[(int) position];
        }
        position++;
        // The first character stands nowhere else in the text: a mismatch starts over at it or behind it.
        matched = b == RANGES[matched] ? matched + 1 : b == RANGES[0] ? 1 : 0;
        found |= pdf && matched == RANGES.length;
        matched %= RANGES.length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
