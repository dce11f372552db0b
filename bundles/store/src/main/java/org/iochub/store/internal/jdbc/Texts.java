package org.iochub.store.internal.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes text fit for a column and an index. */
public final class Texts {
    private static final int INDEXED = 500;

    private Texts() {}

    /** Without NUL, which PostgreSQL takes in no text, and not longer than {@code most} characters. */
    public static String clean(String text, int most) {
        String cut = text.length() <= most ? text : text.substring(0, most);
        return cut.indexOf('\0') < 0 ? cut : cut.replace('\0', ' ');
    }

    /** A name that an index can hold: a long one is cut and told apart by its digest. */
    public static String indexed(String name) {
        String clean = clean(name, Integer.MAX_VALUE);
        return clean.length() <= INDEXED
                ? clean
                : clean.substring(0, 400) + "#"
                        + HexFormat.of().formatHex(sha256().digest(name.getBytes(StandardCharsets.UTF_8)));
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
