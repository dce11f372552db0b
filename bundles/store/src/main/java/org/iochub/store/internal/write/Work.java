package org.iochub.store.internal.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one transaction will write of records: gathered in memory, so that a record met twice is written once. */
final class Work {
    final Map<String, RecordState> states = new HashMap<>();
    /** Versions for the feed, in order of the changes. */
    final List<NewVersion> feed = new ArrayList<>();
    /** Versions for the history alone. */
    final List<NewVersion> late = new ArrayList<>();

    long accepted;
    long unchanged;
    /** Replayed, and older than what stands. */
    long outdated;

    RecordState state(String ref) {
        return states.computeIfAbsent(ref, RecordState::new);
    }

    boolean isEmpty() {
        return feed.isEmpty() && late.isEmpty();
    }
}
