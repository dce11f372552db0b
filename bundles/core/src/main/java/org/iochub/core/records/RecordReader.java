package org.iochub.core.records;

import java.util.List;
import java.util.Optional;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.LoggedRecord;
import org.iochub.model.RecordId;

/** Reads current state and history. Safe for any number of threads. */
public interface RecordReader {
    /** The note of the oldest version kept, when retention removed those before it. */
    String HISTORY_CUT = "history-cut";

    /** What the record is now; its last version, a delete included; empty when there never was one. */
    Optional<StoredVersion> current(String type, RecordId id);

    /** Every version, newest arrival first, older versions that came late among them. */
    List<StoredVersion> history(String type, RecordId id, int limit);

    /**
     * Records that are there now, by id; deleted ones are left out. Only current areas count for the filter.
     *
     * @param after the last id of the page before; empty for the first page
     */
    List<LoggedRecord> page(String type, FeedFilter filter, Optional<RecordId> after, int limit);
}
