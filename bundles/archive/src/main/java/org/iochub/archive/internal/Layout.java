package org.iochub.archive.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32C;

/** The numbers of the segments' format, as docs/archive.md has them. All of them big-endian. */
final class Layout {
    static final long SEGMENT = 0x494f_4348_5542_4131L; // IOCHUBA1
    static final long FRAME = 0xa749_4f43_4d53_4701L; // a byte that is no text, IOCMSG, 1
    static final long ERASED = 0xa749_4f43_4d53_4702L; // as a frame's, with 2
    static final long INDEX = 0x494f_4348_5542_4931L; // IOCHUBI1
    /** Magic, flags, salt, the key's name, time of creation, checksum. */
    static final int SEGMENT_HEAD = 8 + 8 + 16 + 8 + 8 + 4;
    /** Magic, length of the description, ordinal, time, digest of the id, checksum of head and description. */
    static final int FRAME_HEAD = 8 + 4 + 4 + 8 + 8 + 4;
    /** Magic, length of the whole frame, ordinal, time of arrival, time of erasure, checksum; the rest is zeros. */
    static final int ERASED_HEAD = 8 + 8 + 4 + 8 + 8 + 4;
    /** Stored length, length of the original, checksum of what is stored. */
    static final int PIECE_HEAD = 4 + 4 + 4;
    /** A zero where a piece would begin, size, SHA-256, checksum. */
    static final int FRAME_END = 4 + 8 + 32 + 4;
    /** Of the original, in each piece. */
    static final int PIECE = 1 << 20;
    /** A description or a stored piece longer than this is damage. */
    static final int LONGEST = PIECE + (1 << 16);

    static final long ENCRYPTED = 1;

    private Layout() {}

    static int checksum(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    static int checksum(byte[] first, int length, byte[] second) {
        CRC32C crc = new CRC32C();
        crc.update(first, 0, length);
        crc.update(second);
        return (int) crc.getValue();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** By which an index finds a message's id. */
    static long idHash(String id) {
        return ByteBuffer.wrap(sha256().digest(id.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
