package org.iochub.core.shadow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In what two versions of an adapter differ. */
public enum DifferenceKind {
    /** Both give the record, with different content; or refuse it for different reasons. */
    CHANGED,
    /** Only the running version gives it. */
    ONLY_OLD,
    /** Only the candidate gives it. */
    ONLY_NEW,
    /** Only the running version refuses it. */
    REFUSED_OLD,
    /** Only the candidate refuses it. */
    REFUSED_NEW,
    /** The candidate failed on the message by a mistake of its own, or took too long. */
    FAILED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<DifferenceKind> of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst();
    }
}
