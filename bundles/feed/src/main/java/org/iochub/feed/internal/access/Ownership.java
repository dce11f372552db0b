package org.iochub.feed.internal.access;

import java.util.Arrays;
import java.util.Optional;
import org.iochub.api.Sector;
import org.iochub.core.source.SourceStatus;

/**
 * A department's charge: the sources of one sector of one authority. As a role of the realm it is written
 * {@code owner:AUTHORITY/SECTOR}, such as {@code owner:quang-ngai/environment}.
 */
public record Ownership(String tenant, Sector sector) {
    private static final String PREFIX = "owner:";

    /** @return empty for a role that is no ownership, or of a sector that does not exist */
    static Optional<Ownership> of(String role) {
        int slash = role.lastIndexOf('/');
        if (!role.startsWith(PREFIX) || slash <= PREFIX.length()) {
            return Optional.empty();
        }
        return Arrays.stream(Sector.values())
                .filter(sector -> sector.code().equals(role.substring(slash + 1)))
                .map(sector -> new Ownership(role.substring(PREFIX.length(), slash), sector))
                .findFirst();
    }

    /** A source whose adapter is not here has no sector yet: it is nobody's. */
    boolean covers(SourceStatus source) {
        return source.tenant().equals(tenant) && source.sector().equals(Optional.of(sector));
    }

    public String wireName() {
        return tenant + "/" + sector.code();
    }
}
