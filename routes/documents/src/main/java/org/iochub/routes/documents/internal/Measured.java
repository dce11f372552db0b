package org.iochub.routes.documents.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The digest and the length of something that was read and not kept.
 *
 * @param signed it is a file with a digital signature in it
 */
record Measured(String sha256, long bytes, boolean signed) {
    static Measured of(MessageDigest digest, long bytes, boolean signed) {
        return new Measured(HexFormat.of().formatHex(digest.digest()), bytes, signed);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
