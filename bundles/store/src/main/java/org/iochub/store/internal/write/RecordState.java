package org.iochub.store.internal.write;

import java.util.HashSet;
import java.util.Set;

/** One record within one transaction: what the table says of it, then what the changes so far made of it. */
final class RecordState {
    /** Type and id with a slash between. */
    final String ref;

    /** Its row exists; otherwise the first version makes one. */
    boolean stored;
    /** The number of the record, which is the vid of its first version; 0 until that has one. */
    long record;

    long vid;
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
    /** The row needs writing. */
    boolean dirty;
    /** Every key and hash that the history has; only for records to which an older version may have come. */
    Set<String> history;

    RecordState(String ref) {
        this.ref = ref;
    }

    boolean exists() {
        return stored || head != null;
    }

    String type() {
        return ref.substring(0, ref.indexOf('/'));
    }

    String id() {
        return ref.substring(ref.indexOf('/') + 1);
    }

    void wantHistory() {
        if (history == null) {
            history = new HashSet<>();
        }
    }
}
