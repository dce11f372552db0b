package org.iochub.core.replay;

import java.util.List;
import java.util.Optional;
import org.iochub.model.Fault;

/**
 * Keeps jobs, so that they survive a restart. Every change is on disk when its method returns. What an entry brings is
 * written with {@link org.iochub.core.store.Batch#replay()}, in one transaction with its outcome. Safe for any number of
 * threads.
 */
public interface ReplayStore {
    /** The name under which one node at a time replays; its fencing token is checked with every step. */
    String LEASE = "hub:replay";

    /** A raw form mended by hand, in bytes at most. */
    int LARGEST_MEND = 1 << 20;

    /**
     * Settles which entries it is and begins.
     *
     * @throws org.iochub.model.FaultException {@code nothing-to-replay}, {@code too-many-entries}
     */
    Replay create(ReplayRequest request);

    /** Newest first. @param before only smaller ids; {@code Long.MAX_VALUE} for the newest */
    List<Replay> list(long before, int limit);

    Optional<Replay> get(long id);

    /** The oldest job that runs. */
    Optional<Replay> due();

    /**
     * Pauses, resumes, cancels or finishes; the same again changes nothing.
     *
     * @throws org.iochub.model.FaultException {@code unknown-replay}, {@code replay-ended}
     */
    Replay move(long id, ReplayState to);

    /** In order of the entries. @param after only entries with greater numbers */
    List<ReplayItem> items(long id, Optional<Outcome> outcome, long after, int limit);

    Optional<ReplayItem> item(long id, long entry);

    /**
     * An entry that had its turn without bringing anything; no effect when it has an outcome already.
     *
     * @throws org.iochub.model.FaultException {@code replay-not-running}, {@code lease-lost}
     */
    void settle(long id, long entry, Outcome outcome, Optional<Fault> fault, long fence);

    Optional<EntryOrigin> origin(long entry);

    /** A person says that an open entry will not be replayed. @throws org.iochub.model.FaultException {@code not-open} */
    void discard(long entry, String by, String why);

    /**
     * Keeps a raw form mended by hand, beside the original and earlier ones.
     *
     * @throws org.iochub.model.FaultException {@code not-open}
     */
    Mend mend(long entry, byte[] raw, String by, String note);

    List<Mend> mends(long entry);

    /** The last mended raw form. */
    Optional<byte[]> mended(long entry);
}
