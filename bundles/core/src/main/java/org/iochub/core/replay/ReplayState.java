package org.iochub.core.replay;

import java.util.Locale;

/** Where a job is in its life. */
public enum ReplayState {
    RUNNING,
    PAUSED,
    /** Every entry had its turn. */
    FINISHED,
    /** A person ended it; what was replayed until then stays. */
    CANCELLED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ReplayState of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
