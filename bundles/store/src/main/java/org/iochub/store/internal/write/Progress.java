package org.iochub.store.internal.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.iochub.core.store.Batch;
import org.iochub.core.store.MessageRef;
import org.iochub.core.store.RecordStore;
import org.iochub.store.internal.jdbc.Dialect;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.jdbc.StoreFaults;
import org.iochub.store.internal.jdbc.Texts;

/** How much of each message was taken, the sources' checkpoints, and who may write for a source. */
public final class Progress {
    /** A message's row. */
    private record Row(boolean named, long taken, boolean done, String adapterVersion, long origin) {}

    private final String source;
    private final String message;
    private final MessageRef ref;
    private Optional<Row> row = Optional.empty();
    private boolean stateStored;
    private boolean last;

    private Progress(MessageRef ref) {
        this.ref = ref;
        this.source = ref.source();
        this.message = Texts.indexed(ref.id());
    }

    static Progress load(Connection c, MessageRef ref) throws SQLException {
        Progress progress = new Progress(ref);
        progress.row = Sql.first(
                c,
                r -> new Row(r.getBoolean(1), r.getLong(2), r.getBoolean(3), r.getString(4), r.getLong(5)),
                "SELECT named, taken, done, adapter_version, origin FROM message WHERE source = ? AND id = ?",
                progress.source,
                progress.message);
        Optional<Optional<String>> lastMessage = Sql.first(
                c,
                r -> Optional.ofNullable(r.getString(1)),
                "SELECT last_message FROM source_state WHERE source = ?",
                progress.source);
        progress.stateStored = lastMessage.isPresent();
        progress.last = lastMessage
                .flatMap(m -> m)
                .filter(m -> m.equals(progress.message))
                .isPresent();
        return progress;
    }

    /** As {@link RecordStore#resume}. */
    long resumeAt() {
        if (row.isEmpty() || !ref.named() && !last) {
            return 0;
        }
        if (row.get().done()) {
            return RecordStore.TAKEN;
        }
        return row.get().adapterVersion().equals(ref.adapterVersion())
                ? row.get().taken()
                : 0;
    }

    /** The row of this message's versions, 0 while there is none. */
    long origin(Batch batch) {
        return restarts(batch) ? 0 : row.map(Row::origin).orElse(0L);
    }

    /** The message is taken from its start although a part of it was taken before. */
    boolean startsOver(Batch batch) {
        return restarts(batch) && row.isPresent() && !row.get().done();
    }

    private boolean restarts(Batch batch) {
        return batch.from() == 0;
    }

    /** @throws org.iochub.model.FaultException {@code out-of-step} when the batch does not go on where the last ended */
    void check(Batch batch) {
        if (batch.from() != 0) {
            long expected = row.filter(r -> !r.done()).map(Row::taken).orElse(0L);
            if (expected != batch.from()) {
                throw StoreFaults.outOfStep(ref.id(), expected, batch.from());
            }
        }
    }

    void store(Connection c, Batch batch, long batchNumber, long origin, long now) throws SQLException {
        Long originOrNull = origin == 0 ? null : origin;
        if (row.isPresent()) {
            Sql.update(
                    c,
                    "UPDATE message SET named = ?, taken = ?, done = ?, adapter_version = ?, origin = ?, touched = ?, at = ?"
                            + " WHERE source = ? AND id = ?",
                    ref.named(),
                    batch.to(),
                    batch.last(),
                    ref.adapterVersion(),
                    originOrNull,
                    batchNumber,
                    now,
                    source,
                    message);
        } else {
            Sql.update(
                    c,
                    "INSERT INTO message (named, taken, done, adapter_version, origin, touched, at, source, id)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    ref.named(),
                    batch.to(),
                    batch.last(),
                    ref.adapterVersion(),
                    originOrNull,
                    batchNumber,
                    now,
                    source,
                    message);
        }
        if (!stateStored) {
            Sql.update(
                    c,
                    "INSERT INTO source_state (source, checkpoint, stopped, last_message) VALUES (?, ?, FALSE, ?)",
                    source,
                    batch.last() ? checkpoint(batch) : null,
                    message);
        } else if (batch.last() && batch.checkpoint().isPresent()) {
            Sql.update(
                    c,
                    "UPDATE source_state SET checkpoint = ?, last_message = ? WHERE source = ?",
                    checkpoint(batch),
                    message,
                    source);
        } else if (!last) {
            Sql.update(c, "UPDATE source_state SET last_message = ? WHERE source = ?", message, source);
        }
    }

    private static String checkpoint(Batch batch) {
        return batch.checkpoint().map(text -> Texts.clean(text, 1_000_000)).orElse(null);
    }

    /**
     * Refuses a batch whose instance another node has taken over. The row stays locked, so that a take-over waits for the
     * transactions before it and sees what they did.
     */
    static void checkFence(Connection c, Dialect dialect, Batch batch) throws SQLException {
        checkFence(c, dialect, batch.message().source(), batch.fence());
    }

    public static void checkFence(Connection c, Dialect dialect, String lease, long token) throws SQLException {
        long fence = Sql.first(
                        c,
                        r -> r.getLong(1),
                        "SELECT fence FROM source_lease WHERE source = ?"
                                + (dialect == Dialect.POSTGRESQL ? " FOR SHARE" : ""),
                        lease)
                .orElse(0L);
        if (fence != token) {
            throw StoreFaults.leaseLost(lease);
        }
    }

    static long takeOver(Connection c, String source, String owner) throws SQLException {
        int updated =
                Sql.update(c, "UPDATE source_lease SET fence = fence + 1, owner = ? WHERE source = ?", owner, source);
        if (updated == 0) {
            Sql.update(c, "INSERT INTO source_lease (source, fence, owner) VALUES (?, 1, ?)", source, owner);
        }
        return Sql.first(c, r -> r.getLong(1), "SELECT fence FROM source_lease WHERE source = ?", source)
                .orElseThrow();
    }
}
