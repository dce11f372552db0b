package org.iochub.core.archive;

import java.time.Duration;
import java.util.Locale;

/**
 * What becomes of a source's raw messages.
 *
 * @param age how long they are kept at most
 * @param bytes how much of the disk they take at most
 */
public record ArchivePolicy(Mode mode, Duration age, long bytes) {
    /** In which form messages are kept. */
    public enum Mode {
        /** Not at all. */
        NONE,
        PLAIN,
        /** With a key that does not lie beside them. */
        ENCRYPTED;

        /** As a configuration file spells it. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Nothing is kept. */
    public static ArchivePolicy none() {
        return new ArchivePolicy(Mode.NONE, Duration.ZERO, 0);
    }
}
