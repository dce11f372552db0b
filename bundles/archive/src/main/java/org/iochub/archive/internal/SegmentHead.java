package org.iochub.archive.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.iochub.core.archive.DamagedArchiveException;

/**
 * How a segment begins.
 *
 * @param salt of its own key
 * @param key the name of the key it was made with; 0 for a plain one
 */
record SegmentHead(boolean encrypted, byte[] salt, long key, long createdAt) {
    static SegmentHead plain(long now) {
        return new SegmentHead(false, new byte[16], 0, now);
    }

    static SegmentHead encrypted(ArchiveKey key, long now) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return new SegmentHead(true, salt, key.name(), now);
    }

    byte[] write() {
        ByteBuffer bytes = ByteBuffer.allocate(Layout.SEGMENT_HEAD);
        bytes.putLong(Layout.SEGMENT)
                .putLong(encrypted ? Layout.ENCRYPTED : 0)
                .put(salt)
                .putLong(key)
                .putLong(createdAt);
        return bytes.putInt(Layout.checksum(bytes.array(), 0, bytes.position())).array();
    }

    static SegmentHead read(RandomAccessFile file, Path path) throws IOException {
        byte[] bytes = new byte[Layout.SEGMENT_HEAD];
        file.seek(0);
        try {
            file.readFully(bytes);
        } catch (EOFException e) {
            throw new DamagedArchiveException(Damage.at(path.getFileName().toString()));
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getLong() != Layout.SEGMENT
                || in.getInt(bytes.length - 4) != Layout.checksum(bytes, 0, bytes.length - 4)) {
            throw new DamagedArchiveException(Damage.at(path.getFileName().toString()));
        }
        boolean encrypted = in.getLong() == Layout.ENCRYPTED;
        byte[] salt = new byte[16];
        in.get(salt);
        return new SegmentHead(encrypted, salt, in.getLong(), in.getLong());
    }

    /** @throws DamagedArchiveException {@code archive-key} when its key is not here */
    Sealing sealing(Optional<ArchiveKey> here, String place) throws DamagedArchiveException {
        if (!encrypted) {
            return new Sealing(Optional.empty());
        }
        ArchiveKey right = here.filter(k -> k.name() == key)
                .orElseThrow(() -> new DamagedArchiveException(Damage.key(place, Long.toHexString(key))));
        return new Sealing(Optional.of(right.of(salt)));
    }
}
