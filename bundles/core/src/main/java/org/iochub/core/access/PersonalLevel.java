package org.iochub.core.access;

import java.util.Locale;

/** How much personal data a reader sees. */
public enum PersonalLevel {
    NONE,
    MASKED,
    FULL;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
