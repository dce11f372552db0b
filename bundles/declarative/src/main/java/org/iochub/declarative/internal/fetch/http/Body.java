package org.iochub.declarative.internal.fetch.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.iochub.api.read.Bounded;
import org.iochub.model.FaultException;

/** What was received, kept so that it can be read more than once: in memory when small, else in a file. */
public final class Body implements Closeable {
    private static final int IN_MEMORY = 1 << 20;
    private static final int CHUNK = 1 << 14;

    private final byte[] bytes;
    private final Optional<Path> file;
    private final long size;
    private final String digest;

    private Body(byte[] bytes, Optional<Path> file, long size, String digest) {
        this.bytes = bytes;
        this.file = file;
        this.size = size;
        this.digest = digest;
    }

    static Body empty() {
        return new Body(new byte[0], Optional.empty(), 0, hex(sha256()));
    }

    /**
     * Reads to the end.
     *
     * @param within for the whole, so that a sender who drips comes to an end too
     * @throws FaultException {@code too-large} or {@code too-slow}
     */
    static Body read(InputStream endless, long maxBytes, Duration within) throws IOException {
        InputStream in = Bounded.stream(endless, maxBytes);
        long started = System.nanoTime();
        MessageDigest digest = sha256();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        Optional<Path> file = Optional.empty();
        OutputStream out = head;
        long size = 0;
        byte[] chunk = new byte[CHUNK];
        try {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                digest.update(chunk, 0, n);
                size += n;
                if (size > IN_MEMORY && file.isEmpty()) {
                    file = Optional.of(Files.createTempFile(prefix(), ".raw"));
                    out = Files.newOutputStream(file.get());
                    head.writeTo(out);
                    head = new ByteArrayOutputStream();
                }
                out.write(chunk, 0, n);
                if (System.nanoTime() - started > within.toNanos()) {
                    throw tooSlow(within);
                }
            }
            out.close();
            return new Body(head.toByteArray(), file, size, hex(digest));
        } catch (IOException | RuntimeException e) {
            out.close();
            if (file.isPresent()) {
                Files.deleteIfExists(file.get());
            }
            throw e;
        }
    }

    /** Of the files of this process. */
    static String prefix() {
        return "iochub-fetched-" + ProcessHandle.current().pid() + "-";
    }

    private static FaultException tooSlow(Duration within) {
        return FaultException.of(
                "too-slow",
                "",
                "Nguồn chưa gửi xong dữ liệu trong " + within.toSeconds()
                        + " giây; hãy kiểm tra nguồn hoặc chia nhỏ trang.",
                "The source had not finished sending after " + within.toSeconds()
                        + " s; check the source or make its pages smaller.");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    }

    public InputStream open() throws IOException {
        return file.isPresent() ? Files.newInputStream(file.get()) : new ByteArrayInputStream(bytes);
    }

    /** For the endpoint that takes the message: a {@code File}, which stands until this is closed, or bytes. */
    public Object forRoute() {
        return file.<Object>map(Path::toFile).orElse(bytes);
    }

    public long size() {
        return size;
    }

    /** Half of the SHA-256, hex. */
    public String digest() {
        return digest;
    }

    /** The first bytes. */
    public byte[] head(int most) throws IOException {
        try (InputStream in = open()) {
            return in.readNBytes(most);
        }
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }
}
