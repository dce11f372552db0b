package org.iochub.archive.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A message within a segment, whole as far as can be told without reading its body.
 *
 * @param end where the next one begins
 * @param description sealed
 * @param body where its pieces begin
 * @param sha256 of the original, hex
 * @param erasedAt when all of it but its time of arrival was overwritten, in ms; 0 when it was not
 */
record Frame(
        long offset,
        long end,
        int ordinal,
        long millis,
        long idHash,
        byte[] description,
        long body,
        long size,
        String sha256,
        long erasedAt) {
    static Frame erased(long offset, long end, int ordinal, long millis, long at) {
        return new Frame(offset, end, ordinal, millis, 0, new byte[0], end, 0, "", at);
    }

    boolean erased() {
        return erasedAt != 0;
    }

    /** How an erased one begins. */
    byte[] erasedHead() {
        ByteBuffer head = ByteBuffer.allocate(Layout.ERASED_HEAD);
        head.putLong(Layout.ERASED)
                .putLong(end - offset)
                .putInt(ordinal)
                .putLong(millis)
                .putLong(erasedAt);
        return head.putInt(Layout.checksum(head.array(), 0, head.position())).array();
    }

    /** What begins at this place; empty when that is no whole frame. */
    static Optional<Frame> at(RandomAccessFile file, long offset) throws IOException {
        try {
            return read(file, offset);
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private static Optional<Frame> read(RandomAccessFile file, long offset) throws IOException {
        byte[] head = new byte[Layout.FRAME_HEAD];
        file.seek(offset);
        file.readFully(head);
        ByteBuffer in = ByteBuffer.wrap(head);
        long magic = in.getLong();
        int length = in.getInt();
        if (magic == Layout.ERASED) {
            return readErased(file, offset);
        }
        if (magic != Layout.FRAME || length < 0 || length > Layout.LONGEST) {
            return Optional.empty();
        }
        byte[] description = new byte[length];
        file.readFully(description);
        if (in.getInt(head.length - 4) != Layout.checksum(head, head.length - 4, description)) {
            return Optional.empty();
        }
        long body = offset + head.length + length;
        long end = body;
        while (true) {
            file.seek(end);
            int stored = file.readInt();
            if (stored == 0) {
                break;
            }
            end += Layout.PIECE_HEAD + (long) stored;
            if (stored < 0 || stored > Layout.LONGEST || end > file.length()) {
                return Optional.empty();
            }
        }
        byte[] last = new byte[Layout.FRAME_END];
        file.seek(end);
        file.readFully(last);
        ByteBuffer tail = ByteBuffer.wrap(last);
        if (tail.getInt(last.length - 4) != Layout.checksum(last, 0, last.length - 4)) {
            return Optional.empty();
        }
        return Optional.of(new Frame(
                offset,
                end + last.length,
                in.getInt(),
                in.getLong(),
                in.getLong(),
                description,
                body,
                tail.getLong(4),
                HexFormat.of().formatHex(last, 12, 44),
                0));
    }

    private static Optional<Frame> readErased(RandomAccessFile file, long offset) throws IOException {
        byte[] head = new byte[Layout.ERASED_HEAD];
        file.seek(offset);
        file.readFully(head);
        ByteBuffer in = ByteBuffer.wrap(head);
        long length = in.getLong(8);
        boolean whole = in.getInt(head.length - 4) == Layout.checksum(head, 0, head.length - 4)
                && length >= head.length
                && length <= file.length() - offset;
        return whole
                ? Optional.of(erased(offset, offset + length, in.getInt(16), in.getLong(20), in.getLong(28)))
                : Optional.empty();
    }
}
