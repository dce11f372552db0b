package org.iochub.core.log;

import java.util.Locale;

/** What a logged version says about its record. */
public enum Operation {
    UPSERT,
    DELETE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
