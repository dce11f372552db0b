package org.iochub.alerts.internal.engine;

import org.iochub.core.alert.Alert;

/** What people are told: once when it begins, once when it gets worse, once when it is over. */
public record Change(Kind kind, Alert alert) {
    public enum Kind {
        FIRING,
        WORSENED,
        RESOLVED
    }
}
