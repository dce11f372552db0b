package org.iochub.routes.fieldreports.internal;

import java.util.Locale;

/** By which time a server selects requests. */
public enum TimeParameter {
    /** By the last change: the usual extension of GeoReport v2. */
    UPDATED_AFTER,
    /** By the day of the report, all that GeoReport v2 itself knows: the whole history is read again each time. */
    START_DATE;

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
