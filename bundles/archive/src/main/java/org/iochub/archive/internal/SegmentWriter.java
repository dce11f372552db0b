package org.iochub.archive.internal;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.iochub.core.archive.ArchiveUnavailableException;

/**
 * Writes a segment, message behind message. A message that cannot be written whole is taken back. Written to by one
 * thread at a time; forced by any. Not through a channel, which an interrupted thread would close.
 */
final class SegmentWriter {
    private final String source;
    private final Path folder;
    private final SegmentName name;
    private final boolean encrypted;
    private final Sealing sealing;
    private final RandomAccessFile file;
    private final SegmentIndex index = new SegmentIndex();
    private final Object closing = new Object();
    private long length;
    private int ordinal;
    private volatile boolean broken;
    private boolean closed;

    SegmentWriter(String source, Path folder, SegmentName name, SegmentHead head, Sealing sealing) throws IOException {
        this.source = source;
        this.folder = folder;
        this.name = name;
        this.encrypted = head.encrypted();
        this.sealing = sealing;
        Path path = folder.resolve(name.file());
        try {
            Files.createFile(path);
            file = new RandomAccessFile(path.toFile(), "rw");
            file.write(head.write());
            length = Layout.SEGMENT_HEAD;
            forceFolder();
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw new ArchiveUnavailableException(Damage.notWritten(source, reason(e)), e);
        }
    }

    /** The file's name must be on disk as well. */
    private void forceFolder() throws IOException {
        forceFolder(folder);
    }

    /** What files there are in it is on disk then. */
    static void forceFolder(Path folder) throws IOException {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return; // There a folder cannot be opened, and its entries are on disk with the file.
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    SegmentName name() {
        return name;
    }

    SegmentIndex index() {
        return index;
    }

    boolean encrypted() {
        return encrypted;
    }

    long length() {
        return length;
    }

    /** Nothing more may be written here. */
    boolean broken() {
        return broken;
    }

    /**
     * @return SHA-256 of the body, hex
     * @throws ArchiveUnavailableException when the disk did not take it
     * @throws IOException when the body cannot be read
     */
    String append(Description description, InputStream body) throws IOException {
        long start = length;
        boolean whole = false;
        String sha256;
        try {
            sha256 = write(description, body);
            whole = true;
        } finally {
            ordinal++; // Also of a message taken back: a number is used once.
            if (!whole) {
                takeBack(start);
            }
        }
        index.add(
                Layout.idHash(description.message()),
                description.receivedAt().toInstant().toEpochMilli(),
                start);
        index.end(length);
        return sha256;
    }

    private String write(Description description, InputStream body) throws IOException {
        MessageDigest sha256 = Layout.sha256();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] head = head(description);
        out.write(head);
        long size = 0;
        try (ZstdCompressCtx compressor = new ZstdCompressCtx().setLevel(Compression.LEVEL)) {
            int number = 1;
            while (true) {
                byte[] piece = body.readNBytes(Layout.PIECE);
                if (piece.length == 0) {
                    break;
                }
                sha256.update(piece);
                size += piece.length;
                byte[] stored = sealing.seal(compressor.compress(piece), ordinal, number++);
                out.write(ByteBuffer.allocate(Layout.PIECE_HEAD)
                        .putInt(stored.length)
                        .putInt(piece.length)
                        .putInt(Layout.checksum(stored, 0, stored.length))
                        .array());
                out.write(stored);
                if (piece.length < Layout.PIECE) {
                    break;
                }
                put(out);
            }
        }
        byte[] digest = sha256.digest();
        ByteBuffer end =
                ByteBuffer.allocate(Layout.FRAME_END).putInt(0).putLong(size).put(digest);
        out.write(end.putInt(Layout.checksum(end.array(), 0, end.position())).array());
        put(out);
        return HexFormat.of().formatHex(digest);
    }

    private byte[] head(Description description) {
        byte[] sealed = sealing.seal(description.write(), ordinal, 0);
        ByteBuffer head = ByteBuffer.allocate(Layout.FRAME_HEAD + sealed.length);
        head.putLong(Layout.FRAME)
                .putInt(sealed.length)
                .putInt(ordinal)
                .putLong(description.receivedAt().toInstant().toEpochMilli())
                .putLong(Layout.idHash(description.message()));
        head.putInt(Layout.checksum(head.array(), head.position(), sealed)).put(sealed);
        return head.array();
    }

    private void put(ByteArrayOutputStream out) throws ArchiveUnavailableException {
        byte[] bytes = out.toByteArray();
        try {
            file.seek(length);
            file.write(bytes);
        } catch (IOException e) {
            throw new ArchiveUnavailableException(Damage.notWritten(source, reason(e)), e);
        }
        length += bytes.length;
        out.reset();
    }

    private void takeBack(long start) {
        length = start;
        try {
            file.setLength(start);
        } catch (IOException e) {
            broken = true;
        }
    }

    /** Returns when what was written is on disk. */
    void force() throws ArchiveUnavailableException {
        synchronized (closing) {
            if (closed && !broken) {
                return;
            }
            try {
                file.getChannel().force(false);
            } catch (IOException e) {
                // What the system could not write it may have forgotten: nothing here counts as written any more.
                broken = true;
                throw new ArchiveUnavailableException(Damage.notWritten(source, reason(e)), e);
            }
        }
    }

    /** Ends the segment. It can be read in any case; its index is made again if it could not be kept. */
    void close() throws IOException {
        synchronized (closing) {
            if (closed) {
                return;
            }
            try {
                if (!broken) {
                    force();
                    index.save(folder.resolve(name.index()));
                }
            } finally {
                closed = true;
                file.close();
            }
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
