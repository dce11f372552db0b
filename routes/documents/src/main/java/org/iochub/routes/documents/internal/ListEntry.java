package org.iochub.routes.documents.internal;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that the gateway lists.
 *
 * @param id empty when the gateway forgot it: such a message cannot be asked for
 * @param received when the gateway received it; of one without a readable time, that of the one before it
 * @param raw the entry as it stands in the list
 */
record ListEntry(Optional<String> id, Instant received, String raw) {
    /** Tells messages apart: a gateway that sends a message again gives it a new time. */
    String key() {
        return id.orElse(raw) + "@" + received;
    }
}
