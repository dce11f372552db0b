package org.iochub.core.difference;

import java.util.Locale;

/** What the comparison of one record came to. */
public enum DifferenceKind {
    SAME,
    CHANGED,
    /** Before there was such a record; now nothing makes it. */
    ONLY_BEFORE,
    /** There is such a record only now. */
    ONLY_AFTER,
    /** It was refused; now it is taken. */
    REFUSED_BEFORE,
    /** It was taken; now it is refused. */
    REFUSED_AFTER,
    /** Refused by both. */
    REFUSED_BOTH;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static DifferenceKind of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
