package org.iochub.core.replay;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A job.
 *
 * @param selection what was asked for, for people: {@code source=a reason=unknown-code}
 * @param rate entries a second at most
 * @param total entries in all
 * @param outcomes how many entries came to what; those that came to nothing yet are under {@link Outcome#PENDING}
 */
public record Replay(
        long id,
        ReplayState state,
        String selection,
        int rate,
        int batch,
        String by,
        String note,
        Instant createdAt,
        Optional<Instant> endedAt,
        long total,
        Map<Outcome, Long> outcomes) {
    public Replay {
        outcomes = Map.copyOf(outcomes);
    }

    public long pending() {
        return outcomes.getOrDefault(Outcome.PENDING, 0L);
    }
}
