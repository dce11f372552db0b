package org.iochub.core.replay;

import org.iochub.core.quarantine.QuarantineFilter;

/**
 * What a person wants replayed. Which entries that is, is settled when the job starts.
 *
 * @param filter of the open entries; others are left out
 * @param rate entries a second at most, 1 to {@link #FASTEST}
 * @param batch entries read from the store at a time, 1 to {@link #LARGEST_BATCH}
 * @param by who: {@code key:<id>}, {@code user:<name>}
 * @param note why, for people; may be empty
 */
public record ReplayRequest(QuarantineFilter filter, int rate, int batch, String by, String note) {
    public static final int FASTEST = 1_000;
    public static final int USUAL_RATE = 50;
    public static final int LARGEST_BATCH = 500;
    public static final int USUAL_BATCH = 100;

    /** Entries of one job at most: more are several jobs. */
    public static final int MOST_ENTRIES = 100_000;

    public ReplayRequest {
        if (rate < 1 || rate > FASTEST || batch < 1 || batch > LARGEST_BATCH) {
            throw new IllegalArgumentException("rate " + rate + ", batch " + batch);
        }
    }
}
