package org.iochub.core.log;

/** Reads the log. Safe for any number of threads; never waits for writers. */
public interface FeedLog {
    FeedHead head();

    /** The last position of each type that the log has, by type. */
    java.util.Map<String, Long> positions();

    /**
     * The versions after a position that pass the filter, oldest first.
     *
     * @param after a position; the slice starts behind it
     * @param limit at most so many records, 1 or more
     * @param maxBytes stops after the record with which the data read passes this
     * @throws org.iochub.model.FaultException {@code cursor-gone}: what lay behind {@code after} was removed, never a gap
     *     that nobody sees
     */
    FeedSlice read(FeedFilter filter, long after, int limit, long maxBytes);
}
