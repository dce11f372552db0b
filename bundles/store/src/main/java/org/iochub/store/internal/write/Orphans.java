package org.iochub.store.internal.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.iochub.api.RawPart;
import org.iochub.core.store.Entry;
import org.iochub.core.store.MessageRef;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.store.internal.jdbc.BulkInsert;
import org.iochub.store.internal.jdbc.Payload;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.jdbc.Texts;
import org.iochub.store.internal.quarantine.QuarantineWriter;

/** Patches that came before their record. Each has a hidden row in the quarantine, shown when nobody came for it. */
final class Orphans {
    /** One to be kept. */
    record Waiting(long id, String ref, String part, byte[] value, int sender, MessageRef message, long at) {}

    /** One that was kept, with what it came with. */
    private record Kept(
            long id, String ref, String part, byte[] value, int sender, Origin origin, String rawPosition) {}

    private static final BulkInsert<Waiting> ROWS = new BulkInsert<>(
            "orphan_patch", List.of("id", "ref", "part", "content", "sender", "received_at", "at"), (s, first, row) -> {
                s.setLong(first, row.id);
                s.setString(first + 1, row.ref);
                s.setString(first + 2, row.part);
                s.setBytes(
                        first + 3,
                        Payload.pack(row.value).orElseThrow(() -> new SQLException("the patch is too large", "22001")));
                s.setInt(first + 4, row.sender);
                s.setLong(first + 5, Sql.micros(row.message.receivedAt().toInstant()));
                s.setLong(first + 6, row.at);
            });

    private final Context context;
    private final Connection c;
    private final Work work;
    private final Map<String, List<Kept>> kept = new HashMap<>();

    private Orphans(Context context, Connection c, Work work) {
        this.context = context;
        this.c = c;
        this.work = work;
    }

    /** Those that wait for a record that this transaction may bring. */
    static Orphans load(Context context, Connection c, Work work) throws SQLException {
        Orphans orphans = new Orphans(context, c, work);
        List<String> fresh = work.states.values().stream()
                .filter(state -> !state.stored || state.deleted)
                .map(state -> state.ref)
                .toList();
        // Mostly there are none at all, which is quicker to see than that none is among a thousand.
        if (!fresh.isEmpty()
                && Sql.first(c, row -> row.getLong(1), "SELECT id FROM orphan_patch LIMIT 1")
                        .isPresent()) {
            for (List<String> chunk : Lookup.chunks(fresh)) {
                orphans.read("o.ref = ANY(?)", chunk);
            }
        }
        return orphans;
    }

    /**
     * Applies those whose record is there, whoever brought it: a record and its patch may come through two nodes at once.
     *
     * @param after only patches with greater ids
     * @return the last id looked at; 0 for none
     */
    static long applyThose(Context context, Connection c, Work work, long after, int most) throws SQLException {
        Orphans orphans = new Orphans(context, c, work);
        Set<String> refs = new TreeSet<>();
        long[] last = {0};
        Sql.list(
                c,
                row -> {
                    last[0] = row.getLong(1);
                    return refs.add(row.getString(2));
                },
                "SELECT id, ref FROM orphan_patch WHERE id > ? ORDER BY id LIMIT " + most,
                after);
        for (String ref : refs) {
            work.state(ref);
        }
        if (!refs.isEmpty()) {
            Lookup.states(c, context, work.states.values());
            List<RecordState> there = work.states.values().stream()
                    .filter(state -> state.stored && !state.deleted)
                    .toList();
            Lookup.data(c, there);
            orphans.read(
                    "o.ref = ANY(?)", there.stream().map(state -> state.ref).toList());
            for (RecordState state : there) {
                orphans.apply(state);
            }
        }
        return last[0];
    }

    private void read(String where, List<String> refs) throws SQLException {
        List<Kept> rows = Sql.list(
                c,
                row -> new Kept(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        Payload.unpack(row.getBytes(4)),
                        row.getInt(5),
                        new Origin(
                                row.getString(7),
                                row.getString(8),
                                row.getLong(6),
                                row.getString(9),
                                row.getString(10)),
                        row.getString(11)),
                "SELECT o.id, o.ref, o.part, o.content, o.sender, o.received_at, q.message, q.message_name, q.adapter,"
                        + " q.adapter_version, q.raw_position FROM orphan_patch o JOIN quarantine q ON q.id = o.id WHERE "
                        + where + " ORDER BY o.id",
                refs);
        for (Kept row : rows) {
            kept.computeIfAbsent(row.ref(), ref -> new ArrayList<>()).add(row);
        }
    }

    /** Applies what waits for this record, in the order in which it came. */
    void apply(RecordState state) throws SQLException {
        List<Kept> waiting = kept.remove(state.ref);
        if (waiting == null) {
            return;
        }
        for (Kept patch : waiting) {
            MergeRules rules = new MergeRules(work, patch.origin(), patch.sender());
            RawPart raw = RawPart.of(patch.rawPosition(), patch.value());
            Sql.update(c, "DELETE FROM orphan_patch WHERE id = ?", patch.id());
            try {
                Merging.patch(context, c, rules, state, patch.part(), patch.value(), raw);
                QuarantineWriter.remove(c, patch.id());
            } catch (FaultException e) {
                refuse(patch.id(), "merge", e.fault());
            }
        }
    }

    private void refuse(long id, String stage, Fault fault) throws SQLException {
        Sql.update(
                c,
                "UPDATE quarantine SET waiting = FALSE, stage = ?, code = ?, place = ?, text_vi = ?, text_en = ? WHERE id = ?",
                stage,
                Texts.clean(fault.code(), 200),
                Texts.clean(fault.where(), 2_000),
                Texts.clean(fault.message().vi(), 8_000),
                Texts.clean(fault.message().en(), 8_000),
                id);
    }

    static void write(Connection c, List<Waiting> rows) throws SQLException {
        ROWS.insert(c, rows);
    }

    /** Shows those in the quarantine that have waited since before {@code limit} (microseconds). @return how many */
    static int expire(Connection c, long limit, int most) throws SQLException {
        List<Long> ids =
                Sql.list(c, row -> row.getLong(1), "SELECT id FROM orphan_patch WHERE at < ? LIMIT " + most, limit);
        if (!ids.isEmpty()) {
            Sql.update(c, "UPDATE quarantine SET waiting = FALSE WHERE id = ANY(?)", ids);
            Sql.update(c, "DELETE FROM orphan_patch WHERE id = ANY(?)", ids);
        }
        return ids.size();
    }

    static Fault fault(Entry.PatchPart patch) {
        String key = String.join(" ", patch.naturalKey());
        return Fault.of(
                "unknown-record",
                key,
                "Phần «" + patch.part() + "» nói về một bản ghi chưa đến. Nguồn cần gửi bản ghi đó.",
                "The part '" + patch.part()
                        + "' speaks of a record that has not come. The source should send that record.");
    }
}
