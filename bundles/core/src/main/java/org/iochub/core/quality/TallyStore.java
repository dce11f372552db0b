package org.iochub.core.quality;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.model.Fault;

/** Keeps what was counted. Safe for any number of threads. */
public interface TallyStore {
    Optional<TallyPlace> place(String tenant);

    /**
     * Takes a step in one transaction.
     *
     * @param before where the caller went on from
     * @return false, and nothing changed, when somebody else has gone on from there meanwhile
     */
    boolean take(String tenant, Optional<TallyPlace> before, TallyPlace after, TallyStep step);

    /**
     * By day, latest first, then tenant, source and type.
     *
     * @param after the last of the page before
     */
    List<DayTally> tallies(TallyFilter filter, Optional<DayTally> after, int limit);

    /** Those that are there. */
    Map<Mark.Key, Mark> marks(String tenant, Collection<Mark.Key> keys);

    /** What is noted of versions, by version; those without a note are left out. */
    Map<String, List<Fault>> notes(Collection<String> versions);

    /** Records of an authority that went to quarantine in {@code [from, to)}, settled ones among them. */
    List<Refusals> refused(String tenant, Instant from, Instant to);
}
