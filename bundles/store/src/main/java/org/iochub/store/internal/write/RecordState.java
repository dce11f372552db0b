package org.iochub.store.internal.write;

import java.util.HashSet;
import java.util.Set;
import org.iochub.store.internal.current.CurrentRecords;
import org.iochub.store.internal.current.CurrentRow;

/** One record within one transaction: what the table says of it, then what the changes so far made of it. */
final class RecordState {
    /** Type and id with a slash between. */
    final String ref;

    /** Its row exists; otherwise the first version makes one. */
    boolean stored;
    /** Where its row is, or will be. */
    long slot;
    /** Tells it from others that want the same slot. */
    long check;

    /** The version that stands. */
    long vid;
    /** The version that came last, which may be a late one; 0 for none. */
    long lastVid;

    int major;
    int sender;
    int area;
    boolean deleted;
    boolean keyed;
    long key;
    byte[] hash;
    /** The hash of the last whole record, when patches came after it; else null. */
    byte[] putHash;

    /** What is in it now; only there when a patch needs it or a change of this transaction brought it. */
    byte[] data;

    /** The version that this transaction made the current one. */
    NewVersion head;
    /** In a replay: what stands came after the message that is replayed. */
    boolean newer;
    /** In a correction: the message that what stands came with, and when it was received; 0 for none. */
    boolean sameMessage;

    long standingAt;
    /** The row needs writing. */
    boolean dirty;
    /** The keys and hashes of the history; only for records to which an older version may have come. */
    Set<String> history;
    /** The smallest key that is looked for in the history. */
    long historyFrom = Long.MAX_VALUE;

    RecordState(String ref) {
        this.ref = ref;
    }

    boolean exists() {
        return stored || head != null;
    }

    CurrentRecords.Placed placed() {
        return new CurrentRecords.Placed(
                slot, new CurrentRow(check, vid, lastVid, major, sender, area, deleted, keyed, key, hash, putHash));
    }

    String type() {
        return ref.substring(0, ref.indexOf('/'));
    }

    String id() {
        return ref.substring(ref.indexOf('/') + 1);
    }

    void wantHistory(long key) {
        historyFrom = Math.min(historyFrom, key);
        if (history == null) {
            history = new HashSet<>();
        }
    }
}
