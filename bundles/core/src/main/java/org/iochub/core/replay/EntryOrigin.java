package org.iochub.core.replay;

import java.time.OffsetDateTime;
import java.util.Map;

/** The message an entry came with: when it was received and what its transport said. */
public record EntryOrigin(OffsetDateTime receivedAt, Map<String, String> attributes) {
    public EntryOrigin {
        attributes = Map.copyOf(attributes);
    }
}
