package org.iochub.store.internal.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.iochub.core.store.Entry;
import org.iochub.core.store.MessageRef;
import org.iochub.store.internal.current.CurrentRecords;
import org.iochub.store.internal.current.CurrentRow;
import org.iochub.store.internal.current.Slots;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.jdbc.Texts;

/**
 * Complete lists: what a message named is remembered batch by batch, eight bytes a record; at its end the source's records
 * that it did not name are deleted, or wait for a person when they are too many.
 */
final class Lists {
    /** One in so many may vanish without a word. */
    private static final int SHARE = 20;

    private static final int PAGE = 2_000;

    private final Connection c;
    private final Context context;
    private final Work work;
    private final MessageRef message;

    Lists(Connection c, Context context, Work work, MessageRef message) {
        this.c = c;
        this.context = context;
        this.work = work;
        this.message = message;
    }

    /** Keeps what this batch named for a list's end in a later one. */
    void remember(long entry, Set<RecordState> named) throws SQLException {
        PackedLongs records = new PackedLongs();
        named.forEach(state -> records.add(state.slot));
        for (int part = 0; part < records.rows(); part++) {
            Sql.update(
                    c,
                    "INSERT INTO list_member (source, message, entry, part, records) VALUES (?, ?, ?, ?, ?)",
                    message.source(),
                    Texts.indexed(message.id()),
                    entry,
                    part,
                    records.row(part));
        }
    }

    void forget() throws SQLException {
        Sql.update(
                c,
                "DELETE FROM list_member WHERE source = ? AND message = ?",
                message.source(),
                Texts.indexed(message.id()));
    }

    /**
     * Deletes what the list did not name.
     *
     * @param named what this batch named so far
     * @param refused whether a record of the message was refused: it may have been one of those that seem to be missing
     */
    void end(Entry.ListEnd end, Set<RecordState> named, boolean refused, MergeRules rules) throws SQLException {
        long[] known = known(named);
        PackedLongs gone = new PackedLongs();
        long total = 0;
        Map<Long, RecordState> met = new HashMap<>();
        work.states.values().forEach(state -> met.put(state.slot, state));
        long first = Slots.first(context.database(), context.dictionary(), end.type());
        long after = first - 1;
        while (true) {
            List<CurrentRecords.Placed> page = context.current().range(c, after, Slots.last(first), PAGE);
            for (CurrentRecords.Placed placed : page) {
                CurrentRow row = placed.row();
                if (!row.deleted()
                        && context.dictionary().source(c, row.sender()).equals(message.source())) {
                    total++;
                    RecordState state = met.get(placed.slot());
                    boolean deletedMeanwhile = state != null && state.deleted;
                    if (!deletedMeanwhile && Arrays.binarySearch(known, placed.slot()) < 0) {
                        gone.add(placed.slot());
                        gone.add(row.vid());
                    }
                }
            }
            if (page.size() < PAGE) {
                break;
            }
            after = page.get(page.size() - 1).slot();
        }
        settle(message.source(), end.type());
        long missing = gone.size() / 2;
        if (missing > 0 && (refused || missing > 1 && missing * SHARE > total)) {
            ask(end.type(), gone, total);
        } else {
            delete(gone, rules, false);
        }
    }

    private long[] known(Set<RecordState> named) throws SQLException {
        PackedLongs known = new PackedLongs();
        Sql.list(
                c,
                row -> {
                    known.addAll(row.getBytes(1));
                    return known;
                },
                "SELECT records FROM list_member WHERE source = ? AND message = ?",
                message.source(),
                Texts.indexed(message.id()));
        named.forEach(state -> known.add(state.slot));
        return known.sorted();
    }

    /** @param unchangedOnly leave records that changed since */
    long delete(PackedLongs gone, MergeRules rules, boolean unchangedOnly) throws SQLException {
        Map<Long, Long> vids = new HashMap<>();
        for (int i = 0; i < gone.size(); i += 2) {
            vids.put(gone.get(i), gone.get(i + 1));
        }
        long before = work.accepted;
        for (List<Long> chunk : Lookup.chunks(List.copyOf(vids.keySet()))) {
            List<Long> standing = context.current().lock(c, chunk).values().stream()
                    .map(CurrentRow::vid)
                    .toList();
            List<String> refs =
                    Sql.list(c, row -> row.getString(1), "SELECT ref FROM version WHERE vid = ANY(?)", standing);
            List<RecordState> fresh = refs.stream()
                    .filter(ref -> !work.states.containsKey(ref))
                    .map(work::state)
                    .toList();
            Lookup.states(c, context, fresh);
            List<RecordState> states = refs.stream().map(work::state).toList();
            states.stream()
                    .filter(state -> !state.deleted)
                    .filter(state -> !unchangedOnly || vids.get(state.slot) == state.vid)
                    .sorted(Comparator.comparing(state -> state.ref))
                    .forEach(state -> rules.remove(state, state.major, message.receivedAt(), OptionalLong.empty(), ""));
        }
        return work.accepted - before;
    }

    /** What an earlier list asked is answered by the later one. */
    private void settle(String source, String type) throws SQLException {
        Sql.update(c, "DELETE FROM list_gone WHERE source = ? AND type = ?", source, type);
        Sql.update(c, "DELETE FROM list_confirmation WHERE source = ? AND type = ?", source, type);
    }

    private void ask(String type, PackedLongs gone, long total) throws SQLException {
        Sql.update(
                c,
                "INSERT INTO list_confirmation (source, type, gone, total, tenant, message, name, received_at, adapter,"
                        + " adapter_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                message.source(),
                type,
                gone.size() / 2L,
                total,
                message.tenant(),
                Texts.clean(message.id(), 4_000),
                Texts.clean(message.name(), 4_000),
                Sql.micros(message.receivedAt().toInstant()),
                Texts.clean(message.adapter(), 200),
                Texts.clean(message.adapterVersion(), 200));
        for (int part = 0; part < gone.rows(); part++) {
            Sql.update(
                    c,
                    "INSERT INTO list_gone (source, type, part, records) VALUES (?, ?, ?, ?)",
                    message.source(),
                    type,
                    part,
                    gone.row(part));
        }
    }

    /** Types whose vanished records wait, as {@code facility (120 of 800)}. */
    static List<String> confirmations(Connection c, String source) throws SQLException {
        return Sql.list(
                c,
                row -> row.getString(1) + " (" + row.getLong(2) + " of " + row.getLong(3) + ")",
                "SELECT type, gone, total FROM list_confirmation WHERE source = ? ORDER BY type",
                source);
    }

    /** The message whose list waits for a word. */
    static Optional<MessageRef> asking(Connection c, String source, String type) throws SQLException {
        return Sql.first(
                c,
                row -> new MessageRef(
                        source,
                        row.getString(1),
                        row.getString(2),
                        true,
                        row.getString(3),
                        Sql.utc(row.getLong(4)),
                        row.getString(5),
                        row.getString(6),
                        false),
                "SELECT tenant, message, name, received_at, adapter, adapter_version FROM list_confirmation"
                        + " WHERE source = ? AND type = ?",
                source,
                type);
    }

    /** Deletes what waited. @return how many */
    long confirm(String type, MergeRules rules) throws SQLException {
        PackedLongs gone = new PackedLongs();
        for (byte[] row : Sql.list(
                c,
                r -> r.getBytes(1),
                "SELECT records FROM list_gone WHERE source = ? AND type = ? ORDER BY part",
                message.source(),
                type)) {
            gone.addAll(row);
        }
        long deleted = delete(gone, rules, true);
        settle(message.source(), type);
        return deleted;
    }
}
