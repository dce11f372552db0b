package org.iochub.core.replay;

import java.util.Optional;
import org.iochub.core.difference.DifferenceReport;

/**
 * Archived messages through the adapter as it is now: first dry, then for real. Its jobs are watched, paused and cancelled
 * as {@link Replays}. Safe for any number of threads.
 */
public interface Renormalises {
    /**
     * Starts a dry run, which writes nothing but its report.
     *
     * @throws org.iochub.model.FaultException {@code archive-forbidden}, {@code nothing-to-renormalise}, {@code
     *     too-many-messages}, {@code source-not-ready}
     */
    Replay dry(RenormaliseRequest request);

    /**
     * Carries out what a finished dry run looked at.
     *
     * @throws org.iochub.model.FaultException {@code unknown-replay}, {@code not-a-dry-run}, {@code dry-run-not-finished},
     *     {@code adapter-changed}, and those of {@link #dry}
     */
    Replay apply(long dryRun, int rate, String by, String note);

    /** What a job found so far; of one that applies, what its dry run found. Empty for other jobs. */
    Optional<DifferenceReport> differences(long id);
}
