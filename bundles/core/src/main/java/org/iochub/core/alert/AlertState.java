package org.iochub.core.alert;

import java.util.Locale;

/** Whether the trouble is still there. */
public enum AlertState {
    FIRING,
    RESOLVED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
