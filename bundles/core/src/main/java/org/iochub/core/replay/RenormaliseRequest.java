package org.iochub.core.replay;

import java.time.Instant;
import java.util.Optional;

/**
 * What a person wants to see, or done.
 *
 * @param from received at or after this; empty from the oldest kept
 * @param until received before this; empty until now
 * @param rate messages a second at most, 1 to {@link ReplayRequest#FASTEST}
 * @param by who
 * @param note why, for people; may be empty
 */
public record RenormaliseRequest(
        String source,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<String> type,
        int rate,
        String by,
        String note) {
    public RenormaliseRequest {
        if (rate < 1 || rate > ReplayRequest.FASTEST) {
            throw new IllegalArgumentException("rate " + rate);
        }
    }
}
