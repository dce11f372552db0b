package org.iochub.deploy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A dropped zip, opened with suspicion. Entries are read through {@link #bytes}, never unpacked. */
final class Archive implements AutoCloseable {
    static final long MAX_FILE = 64L << 20;
    private static final long MAX_CONTENT = 256L << 20;
    private static final int MAX_ENTRIES = 20_000;
    private static final int END_RECORD = 22;
    private static final int MAX_COMMENT = 0xffff;

    private final ZipFile zip;

    private Archive(ZipFile zip) {
        this.zip = zip;
    }

    /** Whether the end of the zip's directory is there: a copy under way does not have it yet. */
    static boolean hasEnd(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int tail = (int) Math.min(in.length(), END_RECORD + MAX_COMMENT);
            byte[] bytes = new byte[tail];
            in.seek(in.length() - tail);
            in.readFully(bytes);
            for (int i = tail - END_RECORD; i >= 0; i--) {
                if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 5 && bytes[i + 3] == 6) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Reads every entry to its end: a damaged one is found here and not by the class loader. */
    static Archive open(Path file) throws Refused, IOException {
        if (Files.size(file) > MAX_FILE) {
            throw new Refused(
                    "Tệp lớn hơn giới hạn " + (MAX_FILE >> 20) + " MB; hãy bỏ bớt thư viện nhúng.",
                    "The file is larger than the limit of " + (MAX_FILE >> 20) + " MB; embed fewer libraries.");
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw notAZip(e);
        }
        Archive archive = new Archive(zip);
        try {
            archive.check();
            return archive;
        } catch (ZipException e) {
            archive.close();
            throw notAZip(e);
        } catch (Refused | IOException e) {
            archive.close();
            throw e;
        }
    }

    private static Refused notAZip(ZipException e) {
        return new Refused(
                "Không đọc được tệp như một tệp nén ZIP (" + e.getMessage() + "); hãy đóng gói và chép lại.",
                "The file cannot be read as a ZIP archive (" + e.getMessage() + "); build it and copy it again.");
    }

    private void check() throws Refused, IOException {
        if (zip.size() > MAX_ENTRIES) {
            throw new Refused(
                    "Tệp nén có " + zip.size() + " mục, quá giới hạn " + MAX_ENTRIES + ".",
                    "The archive has " + zip.size() + " entries, more than the limit of " + MAX_ENTRIES + ".");
        }
        Set<String> seen = new HashSet<>();
        long left = MAX_CONTENT;
        for (ZipEntry entry : entries()) {
            if (escapes(entry.getName()) || !seen.add(entry.getName())) {
                throw new Refused(
                        "Mục «" + entry.getName() + "» trong tệp nén có đường dẫn không an toàn hoặc bị lặp.",
                        "The archive's entry «" + entry.getName() + "» has an unsafe path or stands there twice.");
            }
            left -= measure(entry, left);
        }
    }

    /** Sizes in a zip's directory are claims: the bytes are counted as they come. */
    private long measure(ZipEntry entry, long allowed) throws Refused, IOException {
        long size = 0;
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[16 << 10];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                crc.update(buffer, 0, read);
                if (size > allowed) {
                    throw new Refused(
                            "Nội dung giải nén vượt quá " + (MAX_CONTENT >> 20) + " MB (tại «" + entry.getName()
                                    + "»).",
                            "Unpacked, the archive is larger than " + (MAX_CONTENT >> 20) + " MB (at «"
                                    + entry.getName() + "»).");
                }
            }
        }
        // The JDK checks sums when it streams a zip, not when it opens one by its directory.
        if (crc.getValue() != entry.getCrc()) {
            throw new ZipException("checksum of " + entry.getName());
        }
        return size;
    }

    private static boolean escapes(String name) {
        return name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf(':') >= 0
                || List.of(name.split("/")).contains("..");
    }

    List<ZipEntry> entries() {
        return zip.stream().<ZipEntry>map(entry -> entry).toList();
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    byte[] bytes(ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    InputStream stream(ZipEntry entry) throws IOException {
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
