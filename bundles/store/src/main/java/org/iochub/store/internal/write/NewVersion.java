package org.iochub.store.internal.write;

import java.time.OffsetDateTime;
import java.util.List;
import org.iochub.model.Fault;

/** A version that this transaction adds. */
final class NewVersion {
    static final int UPSERT = 0;
    static final int DELETE = 1;

    final RecordState state;
    final Origin origin;
    final int op;
    final int sender;
    int major;
    int area;
    int previousArea;
    OffsetDateTime time;
    String reason;
    boolean keyed;
    long key;
    byte[] hash;
    byte[] data;
    List<Fault> notes = List.of();
    String rawPosition = "";
    /** In the history only. */
    boolean late;
    /** When a late one came, in microseconds; the others take the time of their place in the log. */
    long lateAt;
    /** Given when the transaction is written. */
    long vid;
    /** The version that came before; 0 for none. */
    long previous;

    NewVersion(RecordState state, Origin origin, int sender, int op) {
        this.state = state;
        this.origin = origin;
        this.sender = sender;
        this.op = op;
    }
}
