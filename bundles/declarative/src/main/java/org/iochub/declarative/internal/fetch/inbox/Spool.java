package org.iochub.declarative.internal.fetch.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.iochub.model.FaultException;

/** A message being written: in memory while it is small, else in a file that goes away on closing. Used by one thread. */
public final class Spool extends OutputStream {
    private static final int IN_MEMORY = 1 << 20;

    private final long most;
    private final MessageDigest digest;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Optional<Path> file = Optional.empty();
    private Optional<OutputStream> disk = Optional.empty();
    private long size;

    /** @param most bytes; more is a fault {@code too-large} */
    public Spool(long most) {
        this.most = most;
        this.digest = sha256();
    }

    /** SHA-256, hexadecimal. */
    public static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        size += length;
        if (size > most) {
            throw FaultException.of(
                    "too-large",
                    "",
                    "Nội dung lớn hơn giới hạn " + most + " byte; hãy chia nhỏ hoặc nâng giới hạn.",
                    "The content is larger than the limit of " + most + " bytes; split it or raise the limit.");
        }
        digest.update(bytes, offset, length);
        if (disk.isEmpty() && size > IN_MEMORY) {
            toDisk();
        }
        disk.orElse(memory).write(bytes, offset, length);
    }

    private void toDisk() throws IOException {
        Path path = Files.createTempFile("iochub-fetch-", ".part");
        file = Optional.of(path);
        OutputStream out = Files.newOutputStream(path);
        disk = Optional.of(out);
        memory.writeTo(out);
        memory = new ByteArrayOutputStream(0);
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** Ends the writing. @return SHA-256, hexadecimal */
    public String finish() throws IOException {
        if (disk.isPresent()) {
            disk.get().close();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What was written: bytes, or a file. */
    public Object body() {
        return file.<Object>map(Path::toFile).orElseGet(memory::toByteArray);
    }

    @Override
    public void close() throws IOException {
        if (disk.isPresent()) {
            disk.get().close();
        }
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }
}
