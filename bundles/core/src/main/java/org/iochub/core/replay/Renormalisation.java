package org.iochub.core.replay;

import java.time.Instant;
import java.util.Optional;

/**
 * Which archived messages are read again by the adapter as it is now.
 *
 * @param from received at or after this; empty from the oldest kept
 * @param until received before this
 * @param type only records of this type; empty for all
 * @param dryRun the finished dry run whose plan is carried out; empty for a dry run, which writes nothing
 * @param adapterVersion the version that reads; another one in the middle of the job is not used
 */
public record Renormalisation(
        String source,
        Optional<Instant> from,
        Instant until,
        Optional<String> type,
        Optional<Long> dryRun,
        String adapterVersion) {
    /** Messages of one job at most: a longer period is several jobs. */
    public static final int MOST_MESSAGES = 100_000;

    public boolean isDry() {
        return dryRun.isEmpty();
    }
}
