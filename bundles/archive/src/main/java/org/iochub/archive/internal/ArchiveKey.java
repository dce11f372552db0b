package org.iochub.archive.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.iochub.core.hub.KeyFile;

/** The key of encrypted segments. Each segment has one of its own, made from this and its salt. */
final class ArchiveKey {
    private final byte[] master;
    private final long name;

    private ArchiveKey(byte[] master) {
        this.master = master.clone();
        this.name = ByteBuffer.wrap(mac("iochub archive key name".getBytes(StandardCharsets.US_ASCII)))
                .getLong();
    }

    /**
     * The key in a file, made when there is none.
     *
     * @param folders where it may not lie: who carries them away must not have the key as well
     * @throws IllegalArgumentException when it lies there
     */
    static ArchiveKey read(Path file, Path... folders) {
        Path place = real(file.toAbsolutePath().normalize());
        for (Path folder : folders) {
            if (place.startsWith(real(folder.toAbsolutePath().normalize()))) {
                throw new IllegalArgumentException("the archive's key " + file + " lies in " + folder
                        + ", beside what it protects: put it elsewhere (HUB_ARCHIVE_KEY_FILE)");
            }
        }
        return new ArchiveKey(Base64.getUrlDecoder().decode(KeyFile.read(file)));
    }

    /** Links do not hide where a file lies; what does not exist yet lies where its folder is. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.getParent() == null ? path : real(path.getParent()).resolve(path.getFileName());
        }
    }

    /** Tells keys apart and gives nothing away. */
    long name() {
        return name;
    }

    SecretKeySpec of(byte[] salt) {
        return new SecretKeySpec(mac(salt), "AES");
    }

    private byte[] mac(byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(master, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
