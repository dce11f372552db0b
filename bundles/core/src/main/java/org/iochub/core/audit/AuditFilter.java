package org.iochub.core.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are asked for; an empty part asks for all.
 *
 * @param since inclusive
 * @param until exclusive
 */
public record AuditFilter(
        Optional<String> actor,
        Optional<String> action,
        Optional<String> target,
        Optional<Instant> since,
        Optional<Instant> until) {
    public static AuditFilter all() {
        return new AuditFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
