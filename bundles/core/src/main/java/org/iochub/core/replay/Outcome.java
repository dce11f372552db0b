package org.iochub.core.replay;

import java.util.Locale;

/** What came of one entry of a replay. */
public enum Outcome {
    /** It has not had its turn. */
    PENDING,
    /** At least one record is in the feed now. */
    RECORDED,
    /** The adapter takes it, and the hub knew all of it. */
    UNCHANGED,
    /** The adapter takes it, but a newer version of the record has come since: the old one was not put over it. */
    OUTDATED,
    /** The adapter still refuses it, perhaps for another reason; it stays open. */
    REFUSED,
    /** It cannot be read again, for a reason that is said; it stays open. */
    IMPOSSIBLE,
    /** It was settled otherwise meanwhile. */
    GONE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Outcome of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
