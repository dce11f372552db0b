package org.iochub.core.pipeline.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.iochub.model.FaultException;

/**
 * The body of a message, kept so that it can be read more than once: small ones in memory, large ones in a file. Memory
 * does not grow with the message.
 */
abstract sealed class Spool implements AutoCloseable {
    private static final int IN_MEMORY = 1 << 20;
    private static final int BUFFER = 1 << 16;

    abstract InputStream open() throws IOException;

    abstract long size();

    /** SHA-256 of the body, hex. */
    abstract String digest() throws IOException;

    /** The same body for somebody who is not to delete it. */
    final Spool shared() {
        return new Shared(this);
    }

    @Override
    public void close() throws IOException {}

    static Spool of(byte[] bytes) {
        return new Memory(bytes, hex(sha256().digest(bytes)));
    }

    /** A file that stands still until the message is acknowledged; it is neither copied nor deleted. */
    static Spool of(Path file) throws IOException {
        return new Borrowed(file, Files.size(file));
    }

    /**
     * Reads a stream to its end.
     *
     * @param folder where a large body goes
     * @param limit in bytes
     * @throws FaultException {@code too-large} when the stream goes on after the limit
     */
    static Spool read(InputStream in, Path folder, long limit) throws IOException {
        MessageDigest sha256 = sha256();
        try (DigestInputStream digested = new DigestInputStream(in, sha256)) {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            copy(digested, head, IN_MEMORY, 0, limit);
            if (head.size() < IN_MEMORY) {
                return new Memory(head.toByteArray(), hex(sha256.digest()));
            }
            Path file = Files.createTempFile(Files.createDirectories(folder), "message-", ".raw");
            try {
                long size;
                try (OutputStream out = Files.newOutputStream(file)) {
                    head.writeTo(out);
                    size = head.size() + copy(digested, out, Long.MAX_VALUE, head.size(), limit);
                }
                return new Owned(file, size, hex(sha256.digest()));
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        }
    }

    private static long copy(InputStream in, OutputStream out, long atMost, long before, long limit)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        while (copied < atMost) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, atMost - copied));
            if (read < 0) {
                break;
            }
            out.write(buffer, 0, read);
            copied += read;
            if (before + copied > limit) {
                throw tooLarge(limit);
            }
        }
        return copied;
    }

    private static FaultException tooLarge(long limit) {
        long mebibytes = limit >> 20;
        return FaultException.of(
                "too-large",
                "",
                "Thông điệp lớn hơn giới hạn " + mebibytes + " MiB; hãy chia nhỏ rồi gửi lại.",
                "The message is larger than the limit of " + mebibytes + " MiB; split it and send it again.");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static final class Memory extends Spool {
        private final byte[] bytes;
        private final String digest;

        Memory(byte[] bytes, String digest) {
            this.bytes = bytes;
            this.digest = digest;
        }

        @Override
        InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        long size() {
            return bytes.length;
        }

        @Override
        String digest() {
            return digest;
        }
    }

    /** A file of the hub's own, deleted when the message is done. */
    private static final class Owned extends Spool {
        private final Path file;
        private final long size;
        private final String digest;

        Owned(Path file, long size, String digest) {
            this.file = file;
            this.size = size;
            this.digest = digest;
        }

        @Override
        InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        long size() {
            return size;
        }

        @Override
        String digest() {
            return digest;
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    private static final class Shared extends Spool {
        private final Spool of;

        Shared(Spool of) {
            this.of = of;
        }

        @Override
        InputStream open() throws IOException {
            return of.open();
        }

        @Override
        long size() {
            return of.size();
        }

        @Override
        String digest() throws IOException {
            return of.digest();
        }
    }

    private static final class Borrowed extends Spool {
        private final Path file;
        private final long size;

        Borrowed(Path file, long size) {
            this.file = file;
            this.size = size;
        }

        @Override
        InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        long size() {
            return size;
        }

        @Override
        String digest() throws IOException {
            MessageDigest sha256 = sha256();
            try (InputStream in = new DigestInputStream(open(), sha256)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return hex(sha256.digest());
        }
    }
}
