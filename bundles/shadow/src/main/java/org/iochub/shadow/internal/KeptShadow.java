package org.iochub.shadow.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of a shadow over a restart, beside its file.
 *
 * @param stopped why the hub stopped it
 * @param reports by instance
 */
record KeptShadow(
        String file,
        String sha256,
        Instant startedAt,
        Instant since,
        String by,
        boolean paused,
        Optional<StopReason> stopped,
        Map<String, Report.Kept> reports) {

    /** In both languages. */
    record StopReason(String vi, String en) {}
}
