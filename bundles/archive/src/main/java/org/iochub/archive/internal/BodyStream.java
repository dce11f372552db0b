package org.iochub.archive.internal;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.iochub.core.archive.DamagedArchiveException;

/** A message's body as it came, a piece at a time in memory. What is not as it came ends in an exception. */
final class BodyStream extends InputStream {
    private final RandomAccessFile file;
    private final Frame frame;
    private final Sealing sealing;
    private final String place;
    private final MessageDigest sha256 = Layout.sha256();
    private byte[] piece = new byte[0];
    private int at;
    private int number;
    private long read;
    private boolean ended;

    BodyStream(RandomAccessFile file, Frame frame, Sealing sealing, String place) throws IOException {
        this.file = file;
        this.frame = frame;
        this.sealing = sealing;
        this.place = place;
        file.seek(frame.body());
    }

    @Override
    public int read() throws IOException {
        return fill() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, from, count);
        at += count;
        return count;
    }

    @Override
    public int available() {
        return piece.length - at;
    }

    private boolean fill() throws IOException {
        while (at == piece.length && !ended) {
            next();
        }
        return at < piece.length;
    }

    private void next() throws IOException {
        try {
            int stored = file.readInt();
            if (stored == 0) {
                ended = true;
                check(read == frame.size()
                        && HexFormat.of().formatHex(sha256.digest()).equals(frame.sha256()));
                return;
            }
            int original = file.readInt();
            int checksum = file.readInt();
            check(stored > 0 && stored <= Layout.LONGEST && original > 0 && original <= Layout.PIECE);
            byte[] bytes = new byte[stored];
            file.readFully(bytes);
            check(checksum == Layout.checksum(bytes, 0, stored));
            byte[] opened = sealing.open(bytes, frame.ordinal(), ++number).orElseThrow(this::damaged);
            piece = Zstd.decompress(opened, original);
            check(piece.length == original);
        } catch (EOFException | ZstdException e) {
            throw damaged();
        }
        at = 0;
        read += piece.length;
        sha256.update(piece);
    }

    private void check(boolean right) throws DamagedArchiveException {
        if (!right) {
            throw damaged();
        }
    }

    private DamagedArchiveException damaged() {
        try {
            var now = Frame.at(file, frame.offset()).filter(Frame::erased);
            if (now.isPresent()) {
                return new DamagedArchiveException(
                        Damage.erased(place, now.get().erasedAt()));
            }
        } catch (IOException e) {
            // Then it is damaged.
        }
        return new DamagedArchiveException(Damage.at(place));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
