package org.iochub.api.poll;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * One page as it came, looked at only as far as paging needs. Immutable.
 *
 * @param digest of its bytes
 * @param elements how many stand on it, unreadable ones included; a page without any is the last
 * @param changed change time by id, of those that tell both
 */
public record Page(String digest, int elements, Map<String, Instant> changed) {
    public Page {
        changed = Map.copyOf(changed);
    }

    public static Page of(byte[] body, int elements, Map<String, Instant> changed) {
        return new Page(digest(body), elements, changed);
    }

    /** The latest change that is not later than thinkable. */
    Optional<Instant> latestUntil(Instant thinkable) {
        return changed.values().stream().filter(at -> !at.isAfter(thinkable)).max(Instant::compareTo);
    }

    boolean isLast() {
        return elements == 0;
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
