package org.iochub.archive.internal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a segment's pieces, or leaves them as they are. A number used once is made of the frame's ordinal and the
 * piece's number: no segment is written by two processes, so none comes twice under one key.
 */
final class Sealing {
    private static final int TAG_BITS = 128;
    private final Optional<SecretKeySpec> key;

    Sealing(Optional<SecretKeySpec> key) {
        this.key = key;
    }

    byte[] seal(byte[] bytes, int ordinal, int piece) {
        try {
            return key.isEmpty()
                    ? bytes
                    : cipher(Cipher.ENCRYPT_MODE, ordinal, piece).doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** Empty when these are not the bytes that were sealed there. */
    Optional<byte[]> open(byte[] bytes, int ordinal, int piece) {
        try {
            return Optional.of(
                    key.isEmpty()
                            ? bytes
                            : cipher(Cipher.DECRYPT_MODE, ordinal, piece).doFinal(bytes));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, int ordinal, int piece) throws GeneralSecurityException {
        byte[] nonce =
                ByteBuffer.allocate(12).putInt(0).putInt(ordinal).putInt(piece).array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.orElseThrow(), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
