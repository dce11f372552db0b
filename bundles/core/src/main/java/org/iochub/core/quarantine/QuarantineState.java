package org.iochub.core.quarantine;

import java.util.Locale;

/** What has become of a refused record. */
public enum QuarantineState {
    /** Somebody has to look at it. */
    OPEN,
    /** It went through a later adapter. */
    REPLAYED,
    /** A person mended its raw form, and that went through. */
    MENDED,
    /** A person said that it will not be taken, and why. */
    DISCARDED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static QuarantineState of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
