package org.iochub.store.internal.quarantine;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.iochub.api.RawPart;
import org.iochub.store.internal.jdbc.Payload;
import org.iochub.store.internal.jdbc.Texts;

/**
 * Raw forms on their way into the quarantine, read before the batch is queued, so that a slow one keeps no other source
 * waiting: deflated, the first in memory, the rest in a temporary file. For one thread at a time.
 */
public final class RawSpool implements AutoCloseable {
    static final int PART = 256 * 1024;
    private static final int IN_MEMORY = 1024 * 1024;

    /**
     * One raw form.
     *
     * @param size in bytes; -1 when it could not be read any more
     * @param hash SHA-256, hex; empty when it could not be read
     */
    public record Raw(long size, String hash, String excerpt, boolean kept, List<Part> parts) {}

    /** A deflated part: in memory, or a piece of the file. */
    record Part(byte[] bytes, long offset, int length) {}

    private final Path folder;
    private long inMemory;
    private Path path;
    private RandomAccessFile file;

    /** @param folder for the temporary file; made when needed */
    public RawSpool(Path folder) {
        this.folder = folder;
    }

    /** @param sensitive keep hash, size and shape only */
    public Raw read(RawPart raw, boolean sensitive) {
        MessageDigest digest = Texts.sha256();
        List<Part> parts = new ArrayList<>();
        byte[] buffer = new byte[16 * 1024];
        String excerpt = "";
        long size = 0;
        try (InputStream in = raw.content().open()) {
            int filled;
            while ((filled = in.readNBytes(buffer, 0, buffer.length)) > 0) {
                if (size == 0) {
                    excerpt = Redaction.excerpt(buffer, Math.min(filled, Redaction.BYTES), sensitive);
                }
                if (buffer.length < PART && filled == buffer.length) {
                    // Most raw forms are small: the large buffer only for those that are not.
                    byte[] larger = new byte[PART];
                    System.arraycopy(buffer, 0, larger, 0, filled);
                    filled += Math.max(0, in.readNBytes(larger, filled, PART - filled));
                    buffer = larger;
                }
                digest.update(buffer, 0, filled);
                size += filled;
                if (!sensitive) {
                    parts.add(keep(Payload.deflate(buffer, 0, filled)));
                }
            }
        } catch (IOException | RuntimeException e) {
            return new Raw(-1, "", excerpt, false, List.of());
        }
        return new Raw(size, HexFormat.of().formatHex(digest.digest()), excerpt, !sensitive, parts);
    }

    private Part keep(byte[] deflated) throws IOException {
        if (inMemory + deflated.length <= IN_MEMORY) {
            inMemory += deflated.length;
            return new Part(deflated, 0, deflated.length);
        }
        if (file == null) {
            Files.createDirectories(folder);
            path = Files.createTempFile(folder, "raw", ".part");
            file = new RandomAccessFile(path.toFile(), "rw");
        }
        long offset = file.length();
        file.seek(offset);
        file.write(deflated);
        return new Part(null, offset, deflated.length);
    }

    byte[] bytes(Part part) throws IOException {
        if (part.bytes() != null) {
            return part.bytes();
        }
        byte[] bytes = new byte[part.length()];
        file.seek(part.offset());
        file.readFully(bytes);
        return bytes;
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }
}
