package org.iochub.store.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.iochub.model.FaultException;
import org.iochub.store.internal.jdbc.Texts;

/** A backup that was checked from its first byte to its last before anything of it is used. */
final class PackageReader implements AutoCloseable {
    private final ZipFile zip;
    private final Manifest manifest;

    private PackageReader(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Reads all of the file.
     *
     * @throws FaultException {@code backup-missing}, {@code backup-torn}, {@code backup-altered}, {@code backup-form}
     */
    static PackageReader open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw FaultException.of(
                    "backup-missing", file.toString(), "Không có tệp " + file + ".", "There is no file " + file + ".");
        }
        ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile());
            String seal = Optional.ofNullable(zip.getComment()).orElse("");
            if (!seal.startsWith(Package.SEAL) || seal.length() != Package.SEAL_LENGTH) {
                throw torn(file);
            }
            PackageReader reader = new PackageReader(zip, manifest(zip, file));
            reader.check(file);
            if (!seal.equals(Package.SEAL + Package.digest(file))) {
                throw altered(file, "");
            }
            return reader;
        } catch (IOException | IllegalArgumentException | FaultException e) {
            close(zip);
            if (e instanceof FaultException known) {
                throw known;
            }
            FaultException fault = torn(file);
            fault.initCause(e);
            throw fault;
        }
    }

    private static void close(ZipFile zip) {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException e) {
            // It was only read.
            return;
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw torn(file);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return Manifest.read(in.readAllBytes());
        } catch (IOException e) {
            throw altered(file, Manifest.NAME);
        }
    }

    /** Every part is there, as its digest says, and nothing else is. */
    private void check(Path file) {
        Set<String> there = new HashSet<>();
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            there.add(all.nextElement().getName());
        }
        there.remove(Manifest.NAME);
        there.removeAll(manifest.parts().keySet());
        if (!there.isEmpty()) {
            throw altered(file, there.iterator().next());
        }
        byte[] buffer = new byte[1 << 16];
        for (Map.Entry<String, Manifest.Part> part : manifest.parts().entrySet()) {
            MessageDigest digest = Texts.sha256();
            long size = 0;
            try (InputStream in = new DigestInputStream(part(part.getKey()), digest)) {
                int read;
                while ((read = in.read(buffer)) >= 0) {
                    size += read;
                }
            } catch (IOException e) {
                throw altered(file, part.getKey());
            }
            if (size != part.getValue().size()
                    || !HexFormat.of()
                            .formatHex(digest.digest())
                            .equals(part.getValue().sha256())) {
                throw altered(file, part.getKey());
            }
        }
    }

    private static FaultException torn(Path file) {
        return FaultException.of(
                "backup-torn",
                file.toString(),
                "Tệp " + file
                        + " không phải bản sao lưu trọn vẹn: phần cuối bị thiếu hoặc hỏng; hãy lấy lại từ nơi lưu.",
                "The file " + file
                        + " is no whole backup: its end is missing or damaged; fetch it again from where it is kept.");
    }

    private static FaultException altered(Path file, String part) {
        String where = part.isEmpty() ? "" : " (" + part + ")";
        return FaultException.of(
                "backup-altered",
                file.toString(),
                "Bản sao lưu " + file + " đã bị sửa hoặc hỏng sau khi ghi" + where + "; không khôi phục gì từ nó.",
                "The backup " + file + " was altered or damaged after it was written" + where
                        + "; nothing is restored from it.");
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("not in the backup: " + name);
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
