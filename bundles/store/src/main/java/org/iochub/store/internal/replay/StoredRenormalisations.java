package org.iochub.store.internal.replay;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.iochub.core.replay.Outcome;
import org.iochub.core.replay.Renormalisation;
import org.iochub.core.replay.RenormaliseStore;
import org.iochub.core.replay.Replay;
import org.iochub.core.replay.ReplayState;
import org.iochub.core.replay.ReplayStore;
import org.iochub.model.Fault;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Dialect;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.jdbc.Texts;
import org.iochub.store.internal.write.Job;
import org.iochub.store.internal.write.Progress;
import org.iochub.store.internal.write.ReplayProgress;
import org.iochub.store.internal.write.WriteLane;

/** Jobs that re-normalise, beside those of the quarantine in the same tables. */
public final class StoredRenormalisations implements RenormaliseStore {
    private final Supplier<Database> database;
    private final WriteLane lane;
    private final Clock clock;

    public StoredRenormalisations(Supplier<Database> database, WriteLane lane, Clock clock) {
        this.database = database;
        this.lane = lane;
        this.clock = clock;
    }

    @Override
    public Replay create(Renormalisation plan, long total, int rate, String by, String note) {
        return write((c, dialect) -> {
            long id = Sql.first(c, r -> r.getLong(1), dialect.nextValues("replay_seq", 1))
                    .orElseThrow();
            Sql.update(
                    c,
                    "INSERT INTO replay (id, state, selection, rate, batch, actor, note, created_at, total, recorded, unchanged,"
                            + " outdated, refused, impossible, gone, kind, source, type, from_at, until_at, dry_run,"
                            + " adapter_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 'renormalise', ?, ?, ?,"
                            + " ?, ?, ?)",
                    id,
                    ReplayState.RUNNING.wireName(),
                    Texts.clean(selection(plan), 4_000),
                    rate,
                    1,
                    Texts.clean(by, 200),
                    Texts.clean(note, 2_000),
                    now(),
                    total,
                    plan.source(),
                    plan.type().orElse(null),
                    plan.from().map(Sql::micros).orElse(null),
                    Sql.micros(plan.until()),
                    plan.dryRun().orElse(null),
                    Texts.clean(plan.adapterVersion(), 200));
            return Rows.one(c, id).orElseThrow();
        });
    }

    private static String selection(Renormalisation plan) {
        return (plan.isDry() ? "dry" : "apply=" + plan.dryRun().get())
                + " source=" + plan.source()
                + plan.from().map(from -> " from=" + from).orElse("")
                + " until=" + plan.until()
                + plan.type().map(type -> " type=" + type).orElse("");
    }

    @Override
    public Listing listing(long id) {
        return database.get()
                .read(c -> Sql.first(
                                c,
                                r -> new Listing(Optional.ofNullable(r.getString(1)), r.getBoolean(2)),
                                "SELECT listed_to, listed FROM replay WHERE id = ?",
                                id)
                        .orElseThrow(() -> ReplayFaults.unknown(id)));
    }

    @Override
    public void list(long id, List<Found> messages, List<Fault> damages, Optional<String> next, long fence) {
        write((c, dialect) -> {
            check(c, dialect, id, fence);
            long had = Sql.first(c, r -> r.getLong(1), "SELECT COUNT(*) FROM replay_item WHERE replay = ?", id)
                    .orElseThrow();
            long entry = had;
            String source = Sql.first(c, r -> r.getString(1), "SELECT source FROM replay WHERE id = ?", id)
                    .orElseThrow();
            for (Fault damage : damages) {
                item(c, id, ++entry, source, damage.where(), "");
                ReplayProgress.settle(c, id, entry, Outcome.IMPOSSIBLE, Optional.of(damage), now());
            }
            for (Found found : messages) {
                item(c, id, ++entry, source, found.message(), found.place());
            }
            // Until all is listed the total is what was counted in the beginning.
            Sql.update(
                    c,
                    "UPDATE replay SET listed_to = COALESCE(?, listed_to), listed = ?, total = CASE WHEN ? THEN ? ELSE"
                            + " GREATEST(total, ?) END WHERE id = ?",
                    next.orElse(null),
                    next.isEmpty(),
                    next.isEmpty(),
                    entry,
                    entry,
                    id);
            return true;
        });
    }

    private static void item(Connection c, long id, long entry, String source, String message, String place)
            throws SQLException {
        Sql.update(
                c,
                "INSERT INTO replay_item (replay, entry, source, outcome, taken, accepted, outdated, adapter_version, message,"
                        + " archive_place) VALUES (?, ?, ?, 'pending', 0, 0, 0, '', ?, ?)",
                id,
                entry,
                source,
                Texts.clean(message, 4_000),
                place);
    }

    @Override
    public List<Item> pending(long id, int limit) {
        return database.get()
                .read(c -> Sql.list(
                        c,
                        r -> new Item(r.getLong(1), r.getString(2), r.getString(3), r.getLong(4)),
                        "SELECT entry, message, archive_place, taken FROM replay_item WHERE replay = ? AND outcome ="
                                + " 'pending' ORDER BY entry LIMIT " + limit,
                        id));
    }

    @Override
    public Map<Long, byte[]> made(long id, Collection<Long> records) {
        Map<Long, byte[]> made = new HashMap<>();
        database.get()
                .read(c -> Sql.list(
                        c,
                        r -> made.put(r.getLong(1), r.getBytes(2)),
                        "SELECT record, hash FROM renormalise_made WHERE replay = ? AND record = ANY(?)",
                        id,
                        List.copyOf(records)));
        return made;
    }

    @Override
    public void settle(long id, List<Seen> seen, String report, Map<Long, byte[]> made, long fence) {
        write((c, dialect) -> {
            check(c, dialect, id, fence);
            for (Seen each : seen) {
                ReplayProgress.settle(c, id, each.entry(), each.outcome(), each.fault(), now());
            }
            for (Map.Entry<Long, byte[]> each : made.entrySet()) {
                int changed = Sql.update(
                        c,
                        "UPDATE renormalise_made SET hash = ? WHERE replay = ? AND record = ?",
                        each.getValue(),
                        id,
                        each.getKey());
                if (changed == 0) {
                    Sql.update(
                            c,
                            "INSERT INTO renormalise_made (replay, record, hash) VALUES (?, ?, ?)",
                            id,
                            each.getKey(),
                            each.getValue());
                }
            }
            Sql.update(c, "UPDATE replay SET report = ? WHERE id = ?", report.getBytes(StandardCharsets.UTF_8), id);
            return true;
        });
    }

    @Override
    public Optional<String> report(long id) {
        return database.get()
                .read(c -> Sql.first(
                        c,
                        r -> Optional.ofNullable(r.getBytes(1)).map(b -> new String(b, StandardCharsets.UTF_8)),
                        "SELECT report FROM replay WHERE id = ?",
                        id))
                .flatMap(found -> found);
    }

    @Override
    public void finish(long id) {
        write((c, dialect) -> {
            int ended = Sql.update(
                    c,
                    "UPDATE replay SET state = 'finished', ended_at = ? WHERE id = ? AND state = 'running'",
                    now(),
                    id);
            // Also of those that were cancelled before.
            Sql.update(
                    c,
                    "DELETE FROM renormalise_made WHERE replay IN (SELECT id FROM replay WHERE state IN ('finished',"
                            + " 'cancelled'))");
            return ended;
        });
    }

    private static void check(Connection c, Dialect dialect, long id, long fence) throws SQLException {
        Progress.checkFence(c, dialect, ReplayStore.LEASE, fence);
        ReplayProgress.checkRunning(c, dialect, id);
    }

    private long now() {
        return Sql.micros(clock.instant());
    }

    private interface Writing<T> {
        T run(Connection c, Dialect dialect) throws SQLException;
    }

    private <T> T write(Writing<T> work) {
        return lane.call(
                ReplayStore.LEASE,
                context -> new Job.Done<>(
                        context.database()
                                .transaction(c -> work.run(c, context.database().dialect())),
                        0));
    }
}
