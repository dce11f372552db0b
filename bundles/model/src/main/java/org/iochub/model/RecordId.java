package org.iochub.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The stable id of a record within its type: the {@code subject} on the wire. A digest of the identity, so that it
 * never shows a natural key and is the same on every hub and in every run.
 *
 * @param value 32 characters of {@code [0-9a-v]}
 */
public record RecordId(String value) implements Comparable<RecordId> {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._~-]{1,128}");
    private static final char[] BASE32HEX = "0123456789abcdefghijklmnopqrstuv".toCharArray();

    public RecordId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a record id: " + value);
        }
    }

    /**
     * The id of the record of {@code type} that {@code identity} names. Parts are length-prefixed before they are
     * digested, so {@code ["ab","c"]} and {@code ["a","bc"]} differ.
     */
    public static RecordId of(String type, List<String> identity) {
        MessageDigest sha256 = sha256();
        update(sha256, type);
        identity.forEach(part -> update(sha256, part));
        return new RecordId(base32(sha256.digest()));
    }

    private static void update(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(new byte[] {
            (byte) (bytes.length >>> 24), (byte) (bytes.length >>> 16), (byte) (bytes.length >>> 8), (byte) bytes.length
        });
        digest.update(bytes);
    }

    /** The first 160 bits as 32 characters. */
    private static String base32(byte[] digest) {
        char[] out = new char[32];
        for (int group = 0; group < 4; group++) {
            long bits = 0;
            for (int i = 0; i < 5; i++) {
                bits = bits << 8 | digest[group * 5 + i] & 0xff;
            }
            for (int i = 7; i >= 0; i--) {
                out[group * 8 + i] = BASE32HEX[(int) (bits & 31)];
                bits >>>= 5;
            }
        }
        return new String(out);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public int compareTo(RecordId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
