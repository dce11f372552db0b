package org.iochub.core.replay;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.model.Fault;

/**
 * Keeps what re-normalising knows beside its job. Every change is on disk when its method returns. Safe for any number of
 * threads.
 */
public interface RenormaliseStore {
    /** How far the archive was listed. */
    record Listing(Optional<String> after, boolean complete) {}

    /**
     * A message of a job.
     *
     * @param entry its number in the job, from 1
     * @param place where it lies in the archive; empty for what the archive cannot read
     * @param taken how many of its changes are durable
     */
    record Item(long entry, String message, String place, long taken) {}

    /** A message to be listed. */
    record Found(String message, String place) {}

    /** What came of a message in a dry run. */
    record Seen(long entry, Outcome outcome, Optional<Fault> fault) {}

    /** @param total messages, as far as can be told before they are listed */
    Replay create(Renormalisation plan, long total, int rate, String by, String note);

    Listing listing(long id);

    /**
     * Adds messages, and what of the archive cannot be read, which has the outcome {@link Outcome#IMPOSSIBLE} at once.
     *
     * @param next the place to go on from; empty when all is listed
     */
    void list(long id, List<Found> messages, List<Fault> damages, Optional<String> next, long fence);

    /** Messages that had no turn yet, in order of arrival. */
    List<Item> pending(long id, int limit);

    /** What a dry run made of records before: a digest of the content by a number of the record. */
    Map<Long, byte[]> made(long id, Collection<Long> records);

    /**
     * Outcomes, the report as it is with them, and what was made of records: all or nothing.
     *
     * @throws org.iochub.model.FaultException {@code replay-not-running}, {@code lease-lost}
     */
    void settle(long id, List<Seen> seen, String report, Map<Long, byte[]> made, long fence);

    /** The report's JSON; empty before the first message had its turn. */
    Optional<String> report(long id);

    /** Finishes a job of which nothing is pending. */
    void finish(long id);
}
