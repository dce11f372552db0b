package org.iochub.declarative.internal.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.iochub.api.RawMessage;
import org.iochub.model.FaultException;

/**
 * A message that is a zip, as a temporary file, because an archive's directory stands at its end. Closing removes the
 * file. What comes out of it is bounded, in each entry and in all.
 */
final class ZipSpool implements Closeable {
    private static final int MOST_ENTRIES = 10_000;
    private static final int LONGEST_DIRECTORY = 8 << 20;
    private static final int END_RECORD = 22;

    private final Path file;
    private final ZipFile zip;
    private final UnpackLimits limits;
    private final AtomicLong total = new AtomicLong();
    private volatile boolean closed;

    private ZipSpool(Path file, ZipFile zip, UnpackLimits limits) {
        this.file = file;
        this.zip = zip;
        this.limits = limits;
    }

    /** @throws FaultException {@code broken-archive}, {@code too-many-entries} */
    static ZipSpool open(RawMessage message, UnpackLimits limits) throws IOException {
        Path file = Files.createTempFile("iochub-", ".zip");
        try {
            try (InputStream in = message.open()) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
            checkDirectory(file);
            return new ZipSpool(file, zip(file), limits);
        } catch (ZipException e) {
            Files.delete(file);
            throw Faults.brokenArchive();
        } catch (IOException | RuntimeException e) {
            Files.delete(file);
            throw e;
        }
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            // Names in a code page of old: they only have to be told apart.
            return new ZipFile(file.toFile(), Charset.forName("windows-1252"));
        }
    }

    /** Looks at what the directory says of itself before anything reads it into memory. */
    private static void checkDirectory(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(bytes.length(), END_RECORD + 0xFFFF);
            byte[] tail = new byte[length];
            bytes.seek(bytes.length() - length);
            bytes.readFully(tail);
            ByteBuffer end = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = length - END_RECORD; at >= 0; at--) {
                if (end.getInt(at) == 0x06054b50 && at + END_RECORD + end.getShort(at + 20) <= length) {
                    int entries = end.getShort(at + 10) & 0xFFFF;
                    long directory = end.getInt(at + 12) & 0xFFFFFFFFL;
                    if (entries > MOST_ENTRIES || directory > LONGEST_DIRECTORY) {
                        throw tooMany();
                    }
                    return;
                }
            }
            throw Faults.brokenArchive();
        }
    }

    private static FaultException tooMany() {
        return FaultException.of(
                "too-many-entries",
                "",
                "Tệp nén có hơn " + MOST_ENTRIES + " mục; hãy chia nhỏ ở nguồn.",
                "The archive has more than " + MOST_ENTRIES + " entries; make it smaller at the source.");
    }

    Path file() {
        return file;
    }

    boolean isClosed() {
        return closed;
    }

    /** The entries that are files, in the archive's order. */
    List<? extends ZipEntry> entries() {
        return Collections.list(zip.entries()).stream()
                .filter(entry -> !entry.isDirectory())
                .toList();
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /**
     * What is in an entry; reading more than the limits allow is a fault.
     *
     * @throws FaultException {@code broken-archive} when there is no such entry or it is encrypted
     */
    InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw Faults.brokenArchive();
        }
        try {
            return limits.guard(zip.getInputStream(entry), Math.max(0, entry.getCompressedSize()), name, this::count);
        } catch (ZipException e) {
            throw Faults.brokenArchive();
        }
    }

    /** Thousands of entries that are harmless one by one may still be too much. Some are read twice. */
    private void count(long bytes) {
        if (total.addAndGet(bytes) > 2 * limits.bytes()) {
            throw Faults.tooMuchInside("", 2 * limits.bytes());
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        try {
            zip.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
