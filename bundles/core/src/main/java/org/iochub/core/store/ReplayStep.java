package org.iochub.core.store;

import java.time.OffsetDateTime;

/**
 * Makes a batch part of a replay: it counts for the entry of a job instead of for its message, under the lease of
 * replays, and takes neither progress nor checkpoint of the source.
 *
 * @param whole the entry is a whole message: records refused within it are entries of their own
 * @param reason for the versions: {@code replay}, {@code correction}
 * @param asOf when the entry's message was received: a record that came later is not replaced by an older one without a
 *     version key
 */
public record ReplayStep(long replay, long entry, boolean whole, String reason, OffsetDateTime asOf) {
    public static final String CORRECTION = "correction";

    /** Whether the entry is an archived message that is read again, and not an entry of the quarantine. */
    public boolean corrects() {
        return reason.equals(CORRECTION);
    }
}
