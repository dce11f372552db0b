package org.iochub.alerts.internal.rule;

/** What one look at a subject says. */
public enum Level {
    /** Beyond the threshold. */
    RAISE,
    /** Between the thresholds, or not known: whatever was before, stands. */
    HOLD,
    /** In order. */
    CLEAR;

    /** @param raise beyond the threshold @param clear well below it, so that a value at the edge does not flicker */
    static Level of(boolean raise, boolean clear) {
        return raise ? RAISE : clear ? CLEAR : HOLD;
    }
}
