package org.iochub.core.quarantine;

import java.util.Optional;
import java.util.Set;

/** Which refused records are wanted; an empty {@code Optional} does not restrict. */
public record QuarantineFilter(
        Optional<Set<String>> sources, Optional<Set<String>> tenants, Optional<String> stage, Optional<String> reason) {
    public static QuarantineFilter all() {
        return new QuarantineFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
