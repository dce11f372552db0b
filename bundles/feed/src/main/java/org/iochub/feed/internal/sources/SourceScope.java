package org.iochub.feed.internal.sources;

import org.iochub.core.access.Grants;
import org.iochub.core.source.SourceStatus;

/** Which sources a caller may know of: all for administrators, its own for a pusher, those of its grants for a reader. */
public final class SourceScope {
    private SourceScope() {}

    public static boolean allows(Grants grants, SourceStatus source) {
        return grants.admin()
                || grants.allowsPush(source.id())
                || grants.read()
                        && grants.allowsTenant(source.tenant())
                        && (source.recordTypes().isEmpty()
                                || source.recordTypes().stream().anyMatch(grants::allowsType));
    }
}
