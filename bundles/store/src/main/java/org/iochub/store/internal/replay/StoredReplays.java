package org.iochub.store.internal.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.iochub.core.quarantine.QuarantineState;
import org.iochub.core.replay.EntryOrigin;
import org.iochub.core.replay.Mend;
import org.iochub.core.replay.Outcome;
import org.iochub.core.replay.Replay;
import org.iochub.core.replay.ReplayItem;
import org.iochub.core.replay.ReplayRequest;
import org.iochub.core.replay.ReplayState;
import org.iochub.core.replay.ReplayStore;
import org.iochub.model.Fault;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Dialect;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.jdbc.Texts;
import org.iochub.store.internal.quarantine.Attributes;
import org.iochub.store.internal.quarantine.Where;
import org.iochub.store.internal.write.Job;
import org.iochub.store.internal.write.Progress;
import org.iochub.store.internal.write.ReplayProgress;
import org.iochub.store.internal.write.WriteLane;

/** Jobs, their entries and what was mended by hand, in tables. */
public final class StoredReplays implements ReplayStore {
    private final Supplier<Database> database;
    private final WriteLane lane;
    private final Clock clock;

    public StoredReplays(Supplier<Database> database, WriteLane lane, Clock clock) {
        this.database = database;
        this.lane = lane;
        this.clock = clock;
    }

    @Override
    public Replay create(ReplayRequest request) {
        Where where = Where.of(request.filter().in(Optional.of(QuarantineState.OPEN)));
        return write((c, dialect) -> {
            long total = Sql.first(
                            c,
                            r -> r.getLong(1),
                            "SELECT COUNT(*) FROM quarantine WHERE " + where.text(),
                            where.values())
                    .orElseThrow();
            if (total == 0) {
                throw ReplayFaults.nothing();
            }
            if (total > ReplayRequest.MOST_ENTRIES) {
                throw ReplayFaults.tooMany(total);
            }
            long id = Sql.first(c, r -> r.getLong(1), dialect.nextValues("replay_seq", 1))
                    .orElseThrow();
            Sql.update(
                    c,
                    "INSERT INTO replay (id, state, selection, rate, batch, actor, note, created_at, total, recorded, unchanged,"
                            + " outdated, refused, impossible, gone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0)",
                    id,
                    ReplayState.RUNNING.wireName(),
                    Texts.clean(request.filter().describe(), 4_000),
                    request.rate(),
                    request.batch(),
                    Texts.clean(request.by(), 200),
                    Texts.clean(request.note(), 2_000),
                    now(),
                    total);
            Object[] values = new Object[where.values().length + 1];
            values[0] = id;
            System.arraycopy(where.values(), 0, values, 1, where.values().length);
            Sql.update(
                    c,
                    "INSERT INTO replay_item (replay, entry, source, outcome, taken, accepted, outdated, adapter_version)"
                            + " SELECT CAST(? AS BIGINT), id, source, 'pending', 0, 0, 0, '' FROM quarantine WHERE "
                            + where.text(),
                    values);
            return Rows.one(c, id).orElseThrow();
        });
    }

    @Override
    public List<Replay> list(long before, int limit) {
        return database.get().read(c -> Rows.before(c, before, limit));
    }

    @Override
    public Optional<Replay> get(long id) {
        return database.get().read(c -> Rows.one(c, id));
    }

    @Override
    public Optional<Replay> due() {
        return database.get().read(Rows::due);
    }

    @Override
    public Replay move(long id, ReplayState to) {
        return write((c, dialect) -> {
            ReplayState from = Sql.first(
                            c,
                            r -> ReplayState.of(r.getString(1)),
                            "SELECT state FROM replay WHERE id = ?" + dialect.forUpdate(),
                            id)
                    .orElseThrow(() -> ReplayFaults.unknown(id));
            boolean ended = from == ReplayState.FINISHED || from == ReplayState.CANCELLED;
            if (ended && from != to) {
                throw ReplayFaults.ended(id, from);
            }
            boolean ends = to == ReplayState.FINISHED || to == ReplayState.CANCELLED;
            if (from != to) {
                Sql.update(
                        c,
                        "UPDATE replay SET state = ?, ended_at = ? WHERE id = ?",
                        to.wireName(),
                        ends ? now() : null,
                        id);
            }
            return Rows.one(c, id).orElseThrow();
        });
    }

    @Override
    public List<ReplayItem> items(long id, Optional<Outcome> outcome, long after, int limit) {
        return database.get().read(c -> Rows.items(c, id, outcome, after, limit));
    }

    @Override
    public Optional<ReplayItem> item(long id, long entry) {
        return database.get().read(c -> Rows.item(c, id, entry));
    }

    @Override
    public void settle(long id, long entry, Outcome outcome, Optional<Fault> fault, long fence) {
        write((c, dialect) -> {
            Progress.checkFence(c, dialect, LEASE, fence);
            ReplayProgress.checkRunning(c, dialect, id);
            ReplayProgress.settle(c, id, entry, outcome, fault, now());
            return true;
        });
    }

    @Override
    public Optional<EntryOrigin> origin(long entry) {
        return database.get()
                .read(c -> Sql.first(
                        c,
                        r -> new EntryOrigin(Sql.utc(r.getLong(1)), Attributes.read(r.getString(2))),
                        "SELECT COALESCE(received_at, at), attributes FROM quarantine WHERE id = ?",
                        entry));
    }

    @Override
    public void discard(long entry, String by, String why) {
        write((c, dialect) -> {
            int changed = Sql.update(
                    c,
                    "UPDATE quarantine SET state = 'discarded', settled_by = ?, settled_why = ?, settled_at = ?"
                            + " WHERE id = ? AND state = 'open' AND waiting = FALSE",
                    Texts.clean(by, 200),
                    Texts.clean(why, 2_000),
                    now(),
                    entry);
            if (changed == 0) {
                throw ReplayFaults.notOpen(entry);
            }
            return changed;
        });
    }

    @Override
    public Mend mend(long entry, byte[] raw, String by, String note) {
        if (raw.length > LARGEST_MEND) {
            throw ReplayFaults.tooLarge(raw.length);
        }
        return write((c, dialect) -> {
            boolean open = Sql.first(
                            c,
                            r -> 1,
                            "SELECT id FROM quarantine WHERE id = ? AND state = 'open' AND waiting = FALSE"
                                    + dialect.forUpdate(),
                            entry)
                    .isPresent();
            if (!open) {
                throw ReplayFaults.notOpen(entry);
            }
            int no = 1 + Rows.mends(c, entry).size();
            Sql.update(
                    c,
                    "INSERT INTO quarantine_mend (entry, no, actor, note, at, hash, content) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    entry,
                    no,
                    Texts.clean(by, 200),
                    Texts.clean(note, 2_000),
                    now(),
                    java.util.HexFormat.of().formatHex(Texts.sha256().digest(raw)),
                    raw);
            return Rows.mends(c, entry).get(no - 1);
        });
    }

    @Override
    public List<Mend> mends(long entry) {
        return database.get().read(c -> Rows.mends(c, entry));
    }

    @Override
    public Optional<byte[]> mended(long entry) {
        return database.get()
                .read(c -> Sql.first(
                        c,
                        r -> r.getBytes(1),
                        "SELECT content FROM quarantine_mend WHERE entry = ? ORDER BY no DESC LIMIT 1",
                        entry));
    }

    private long now() {
        return Sql.micros(clock.instant());
    }

    private interface Writing<T> {
        T run(Connection c, Dialect dialect) throws SQLException;
    }

    private <T> T write(Writing<T> work) {
        return lane.call(
                LEASE,
                context -> new Job.Done<>(
                        context.database()
                                .transaction(c -> work.run(c, context.database().dialect())),
                        0));
    }
}
