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
 * @param renormalisation set when it reads archived messages again instead of refused records; entries are messages then
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
        Map<Outcome, Long> outcomes,
        Optional<Renormalisation> renormalisation) {
    public Replay {
        outcomes = Map.copyOf(outcomes);
    }

    /** Of refused records. */
    public Replay(
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
        this(id, state, selection, rate, batch, by, note, createdAt, endedAt, total, outcomes, Optional.empty());
    }

    /** What kind of job: {@code replay} or {@code renormalise}. */
    public String kind() {
        return renormalisation.isPresent() ? "renormalise" : "replay";
    }

    public long pending() {
        return outcomes.getOrDefault(Outcome.PENDING, 0L);
    }
}
