package org.iochub.feed.internal.quarantine;

import org.iochub.core.access.Grants;
import org.iochub.core.quarantine.Quarantined;

/** Which refused records a caller may know of. */
final class QuarantineScope {
    private QuarantineScope() {}

    /**
     * Administrators know of all; a source that pushes, of its own; a reader, of what its grants cover. A refused
     * record has no area, so a reader who is restricted to areas sees none.
     */
    static boolean allows(Grants grants, Quarantined entry) {
        return grants.admin()
                || grants.allowsPush(entry.source())
                || grants.areas().isEmpty()
                        && grants.read()
                        && grants.allowsTenant(entry.tenant())
                        && entry.type()
                                .map(grants::allowsType)
                                .orElse(grants.types().isEmpty());
    }
}
