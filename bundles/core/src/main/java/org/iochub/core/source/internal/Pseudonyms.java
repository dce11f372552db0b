package org.iochub.core.source.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns an identifier of a person into a keyed digest. By Decree 356/2025/NĐ-CP the result is still personal data: it
 * joins records of the same person within one authority, and nothing else.
 */
final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private final byte[] key;

    private Pseudonyms(byte[] key) {
        this.key = key;
    }

    /** With the key in a file that only the hub's user can read, made when it is not there. */
    static Pseudonyms keptIn(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try {
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(fresh));
        } catch (FileAlreadyExistsException e) {
            // Made by an earlier start.
        }
        return new Pseudonyms(HexFormat.of().parseHex(Files.readString(file).strip()));
    }

    String of(String tenant, String identifier) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(tenant.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(identifier.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
