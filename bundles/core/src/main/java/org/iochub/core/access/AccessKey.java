package org.iochub.core.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A key as it is kept: never its value.
 *
 * @param id shown in lists and the audit trail
 * @param name who uses it and what for
 */
public record AccessKey(
        String id, String name, Grants grants, Instant createdAt, Optional<Instant> expiresAt, boolean revoked) {
    public boolean usableAt(Instant now) {
        return !revoked && expiresAt.map(now::isBefore).orElse(true);
    }
}
