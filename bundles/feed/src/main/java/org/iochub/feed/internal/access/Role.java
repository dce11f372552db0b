package org.iochub.feed.internal.access;

import java.util.Locale;

/** What somebody may do with the hub itself, least first. What they may read is a matter of their grants. */
public enum Role {
    /** A key without the admin grant: reads or pushes what its grants say, steers nothing. */
    READER,
    /** Sees how everything is doing. */
    VIEWER,
    /** Sees its authorities' sources and steers those of its own sector. */
    OWNER,
    /** Steers sources, quarantine, replays, shadow runs and deployments. */
    OPERATOR,
    /** Also keys, the audit trail, erasure. */
    ADMIN;

    public boolean atLeast(Role least) {
        return compareTo(least) >= 0;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
