package org.iochub.core.pipeline.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.iochub.model.area.AreaRef;

/** Tells equal content: the canonical JSON and the area the record belongs to. */
final class ContentHash {
    private ContentHash() {}

    static byte[] of(byte[] json, Optional<AreaRef> area) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(json);
            area.ifPresent(a -> sha256.update(("@" + a.code() + "@" + a.validFrom()).getBytes(StandardCharsets.UTF_8)));
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
