package org.iochub.store.internal.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.iochub.store.internal.jdbc.Texts;

/**
 * The file of a backup: a zip whose last entry is the manifest and whose comment is the digest of all bytes before it. So a
 * file that was written half has neither, and every byte that changes later is noticed.
 */
final class Package implements AutoCloseable {
    static final String SEAL = "iochub-backup sha256 ";
    static final int SEAL_LENGTH = SEAL.length() + 64;

    private final Path file;
    private final ZipOutputStream zip;
    private final Map<String, Manifest.Part> parts = new LinkedHashMap<>();

    /** @param file exists and is empty */
    Package(Path file) throws IOException {
        this.file = file;
        zip = new ZipOutputStream(
                new BufferedOutputStream(
                        Channels.newOutputStream(FileChannel.open(file, StandardOpenOption.WRITE)), 1 << 16),
                StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
    }

    @FunctionalInterface
    interface Content<E extends Exception> {
        void write(OutputStream out) throws IOException, E;
    }

    /** Adds an entry and remembers its digest. */
    <E extends Exception> void part(String name, Content<E> content) throws IOException, E {
        MessageDigest digest = Texts.sha256();
        zip.putNextEntry(new ZipEntry(name));
        Counted counted = new Counted(new DigestOutputStream(zip, digest));
        content.write(counted);
        counted.flush();
        zip.closeEntry();
        parts.put(name, new Manifest.Part(counted.count, HexFormat.of().formatHex(digest.digest())));
    }

    Map<String, Manifest.Part> parts() {
        return parts;
    }

    /** Writes the manifest, seals the file and forces it to disk. */
    void finish(byte[] manifest) throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(manifest);
        zip.closeEntry();
        zip.setComment(SEAL + "0".repeat(64));
        zip.close();
        byte[] digest = digest(file).getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer seal = ByteBuffer.wrap(digest);
            long at = channel.size() - digest.length;
            while (seal.hasRemaining()) {
                at += channel.write(seal, at);
            }
            channel.force(true);
        }
    }

    /** Of all bytes but the comment's. */
    static String digest(Path file) throws IOException {
        MessageDigest digest = Texts.sha256();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                InputStream in = Channels.newInputStream(channel)) {
            long left = channel.size() - SEAL_LENGTH;
            byte[] buffer = new byte[1 << 16];
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    break;
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Entries stay open for the next one. */
    private static final class Counted extends FilterOutputStream {
        private long count;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] b, int from, int length) throws IOException {
            out.write(b, from, length);
            count += length;
        }

        @Override
        public void close() {
            // The entry's end is not the file's.
        }
    }
}
