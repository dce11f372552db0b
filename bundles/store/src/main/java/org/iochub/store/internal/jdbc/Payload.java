package org.iochub.store.internal.jdbc;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Bytes as they stand in a column, which holds a megabyte: larger content is deflated. JSON starts with a brace or a
 * bracket, deflated content with 0x78, so that nothing else needs to say which it is.
 */
public final class Payload {
    private static final int PLAIN = 512 * 1024;
    private static final int MOST = 1024 * 1024;
    private static final byte ZLIB = 0x78;

    private Payload() {}

    /** Empty when it does not fit even deflated. */
    public static Optional<byte[]> pack(byte[] json) {
        if (json.length <= PLAIN && (json.length == 0 || json[0] != ZLIB)) {
            return Optional.of(json);
        }
        byte[] packed = deflate(json, 0, json.length);
        return packed.length <= MOST ? Optional.of(packed) : Optional.empty();
    }

    public static byte[] unpack(byte[] stored) {
        if (stored == null) {
            return new byte[0];
        }
        return stored.length > 0 && stored[0] == ZLIB ? inflate(stored) : stored;
    }

    public static byte[] deflate(byte[] bytes, int from, int length) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(bytes, from, length);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(64, length / 3));
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    public static byte[] inflate(byte[] deflated) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(deflated);
            ByteArrayOutputStream out = new ByteArrayOutputStream(deflated.length * 3);
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0 && inflater.needsInput()) {
                    throw new IllegalStateException("stored content is cut off");
                }
                out.write(buffer, 0, read);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalStateException("stored content is damaged", e);
        } finally {
            inflater.end();
        }
    }
}
