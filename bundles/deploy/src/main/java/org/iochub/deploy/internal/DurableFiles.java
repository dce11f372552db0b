package org.iochub.deploy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Files that are there whole or not at all, also after a power cut. */
final class DurableFiles {
    private DurableFiles() {}

    static void write(Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling("." + file.getFileName() + ".new");
        try (FileChannel out = create(temporary)) {
            Channels.newOutputStream(out).write(content);
            out.force(true);
        }
        moveInto(temporary, file);
    }

    /** Copies a file that stays as it is; the copy appears at once. */
    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Path temporary = to.resolveSibling("." + to.getFileName() + ".new");
        try (InputStream in = Files.newInputStream(from);
                FileChannel out = create(temporary)) {
            in.transferTo(Channels.newOutputStream(out));
            out.force(true);
        }
        moveInto(temporary, to);
    }

    static void moveInto(Path temporary, Path file) throws IOException {
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /**
     * Takes a stream into a file.
     *
     * @return the SHA-256 of what was taken, hex
     * @throws Refused when more than {@code most} bytes come
     */
    static String take(InputStream in, Path to, long most) throws IOException, Refused {
        MessageDigest sha256 = sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(to), sha256)) {
            byte[] buffer = new byte[64 << 10];
            long taken = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                taken += read;
                if (taken > most) {
                    throw new Refused(
                            "Tệp lớn hơn giới hạn " + (most >> 20) + " MB; hãy bỏ bớt thư viện nhúng.",
                            "The file is larger than the limit of " + (most >> 20) + " MB; embed fewer libraries.");
                }
                out.write(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    static String digest(Path file) throws IOException {
        MessageDigest sha256 = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
