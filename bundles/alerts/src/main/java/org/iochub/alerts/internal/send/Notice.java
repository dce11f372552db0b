package org.iochub.alerts.internal.send;

import org.iochub.alerts.internal.engine.Change;
import org.iochub.core.alert.Alert;

/** Something to be told, once, by one channel. */
public record Notice(Change.Kind kind, Alert alert) {
    /** The same for every attempt. */
    public String id() {
        return alert.id() + "." + alert.since().toEpochMilli() + "."
                + kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
