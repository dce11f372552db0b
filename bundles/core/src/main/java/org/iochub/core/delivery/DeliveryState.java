package org.iochub.core.delivery;

import java.util.Locale;

/** Whether something is delivered. */
public enum DeliveryState {
    /** The receiver has not yet agreed to get anything. */
    PENDING,
    ACTIVE,
    /** By its owner or an administrator, until they resume it. */
    PAUSED,
    /** By the hub, which says why; goes on when its owner mends the cause and resumes it. */
    BROKEN;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
