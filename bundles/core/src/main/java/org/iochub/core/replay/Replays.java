package org.iochub.core.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replays as people use them. One node at a time works on them, all may ask. Safe for any number of threads. */
public interface Replays {
    /** What was counted, since this hub started. */
    record Tally(String source, Outcome outcome) {}

    /** @throws org.iochub.model.FaultException {@code nothing-to-replay}, {@code too-many-entries} */
    Replay start(ReplayRequest request);

    /** Newest first. */
    List<Replay> list(long before, int limit);

    Optional<Replay> get(long id);

    List<ReplayItem> items(long id, Optional<Outcome> outcome, long after, int limit);

    /** Once it returns, no further entry has its turn. @throws org.iochub.model.FaultException {@code unknown-replay}, {@code replay-ended} */
    Replay pause(long id);

    Replay resume(long id);

    /** What was replayed stays; the rest stays open. */
    Replay cancel(long id);

    /** @param why not empty */
    void discard(long entry, String by, String why);

    /**
     * Keeps a mended raw form and starts a job of this one entry.
     *
     * @throws org.iochub.model.FaultException {@code not-open}, {@code too-large}
     */
    Replay mend(long entry, byte[] raw, String by, String note);

    List<Mend> mends(long entry);

    /** Entries that had their turn on this node. */
    Map<Tally, Long> counts();
}
