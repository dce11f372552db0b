package org.iochub.store.internal.write;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.iochub.store.internal.current.CurrentRow;
import org.iochub.store.internal.current.Slots;
import org.iochub.store.internal.jdbc.Payload;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.jdbc.Texts;

/** Reads what a transaction needs to know of the records it meets: one query for hundreds of them. */
final class Lookup {
    static final int CHUNK = 1_000;

    private Lookup() {}

    /** Fills in those states that have a row, and finds a place for those that have none. */
    static void states(Connection c, Context context, Collection<RecordState> states) throws SQLException {
        Map<Long, RecordState> taken = new HashMap<>(states.size() * 2);
        List<RecordState> pending = new ArrayList<>(states);
        for (RecordState state : pending) {
            Slots.Place place =
                    Slots.place(Slots.first(context.database(), context.dictionary(), state.type()), state.id());
            state.slot = place.slot();
            state.check = place.check();
        }
        while (!pending.isEmpty()) {
            Map<Long, CurrentRow> rows = context.current()
                    .lock(c, pending.stream().map(state -> state.slot).toList());
            List<RecordState> again = new ArrayList<>();
            for (RecordState state : pending) {
                CurrentRow row = rows.get(state.slot);
                if (row != null && row.check() == state.check) {
                    fill(row, state);
                    taken.put(state.slot, state);
                } else if (row != null || taken.putIfAbsent(state.slot, state) != null) {
                    state.slot = Slots.next(state.slot);
                    again.add(state);
                }
            }
            pending = again;
        }
    }

    private static void fill(CurrentRow row, RecordState state) {
        state.stored = true;
        state.vid = row.vid();
        state.lastVid = row.lastVid();
        state.major = row.major();
        state.sender = row.sender();
        state.area = row.area();
        state.deleted = row.deleted();
        state.keyed = row.keyed();
        state.key = row.key();
        state.hash = row.hash();
        state.putHash = row.putHash();
    }

    /** Adds the data of what is current. */
    static void data(Connection c, Collection<RecordState> states) throws SQLException {
        Map<Long, RecordState> byVid = new HashMap<>();
        states.forEach(state -> byVid.put(state.vid, state));
        // Data may be large: few at a time.
        for (List<Long> chunk : chunks(List.copyOf(byVid.keySet()), 100)) {
            Sql.list(
                    c,
                    row -> byVid.get(row.getLong(1)).data = Payload.unpack(row.getBytes(2)),
                    "SELECT vid, data FROM version WHERE vid = ANY(?)",
                    chunk);
        }
    }

    /**
     * Adds the history of records to which an older version may have come: all of them one step back at a time, each until
     * a version that stood once and is older than what is looked for.
     */
    static void history(Connection c, Collection<RecordState> states) throws SQLException {
        Map<Long, RecordState> step = new HashMap<>();
        states.forEach(state -> step.put(state.lastVid, state));
        while (!step.isEmpty()) {
            Map<Long, RecordState> before = new HashMap<>();
            for (List<Long> chunk : chunks(List.copyOf(step.keySet()), 200)) {
                Sql.list(
                        c,
                        row -> back(row, step.get(row.getLong(1)), before),
                        "SELECT vid, previous, version_key, hash, late_at FROM version WHERE vid = ANY(?)",
                        chunk);
            }
            step.clear();
            step.putAll(before);
        }
    }

    private static boolean back(ResultSet row, RecordState state, Map<Long, RecordState> before) throws SQLException {
        long previous = row.getLong(2);
        boolean first = row.wasNull();
        long key = row.getLong(3);
        boolean keyed = !row.wasNull();
        row.getLong(5);
        boolean stood = row.wasNull();
        if (keyed) {
            state.history.add(MergeRules.seen(key, row.getBytes(4)));
        }
        if (!first && !(stood && keyed && key < state.historyFrom)) {
            before.put(previous, state);
        }
        return first;
    }

    /**
     * Marks records whose standing version came after a message that is replayed, or with it: order within that message
     * is not known any more. What a replay of it brought is not newer, since replays go in order.
     *
     * @param asOf when the message was received, in microseconds
     */
    static void newer(Connection c, Collection<RecordState> states, String message, long asOf, String reason)
            throws SQLException {
        Map<Long, RecordState> byVid = new HashMap<>();
        states.stream().filter(state -> state.stored).forEach(state -> byVid.put(state.vid, state));
        for (List<Long> chunk : chunks(List.copyOf(byVid.keySet()))) {
            Sql.list(
                    c,
                    row -> {
                        boolean same = Texts.indexed(row.getString(3)).equals(message);
                        boolean replayed = reason.equals(row.getString(4));
                        RecordState state = byVid.get(row.getLong(1));
                        state.newer = same ? !replayed : row.getLong(2) > asOf;
                        return state;
                    },
                    "SELECT v.vid, o.received_at, o.message, v.reason FROM version v JOIN origin o ON o.no = v.origin"
                            + " WHERE v.vid = ANY(?)",
                    chunk);
        }
    }

    /**
     * Says of records with what message their standing version came, and when that was received.
     *
     * @param message that is re-normalised, of that sender
     */
    static void standing(Connection c, Collection<RecordState> states, String message, int sender) throws SQLException {
        Map<Long, RecordState> byVid = new HashMap<>();
        states.stream().filter(state -> state.stored).forEach(state -> byVid.put(state.vid, state));
        for (List<Long> chunk : chunks(List.copyOf(byVid.keySet()))) {
            Sql.list(
                    c,
                    row -> {
                        RecordState state = byVid.get(row.getLong(1));
                        state.standingAt = row.getLong(2);
                        state.sameMessage = row.getString(3).equals(message) && row.getInt(4) == sender;
                        return state;
                    },
                    "SELECT v.vid, o.received_at, o.message_key, v.sender FROM version v JOIN origin o ON o.no = v.origin"
                            + " WHERE v.vid = ANY(?)",
                    chunk);
        }
    }

    static <T> List<List<T>> chunks(List<T> all) {
        return chunks(all, CHUNK);
    }

    static <T> List<List<T>> chunks(List<T> all, int size) {
        return IntStream.range(0, (all.size() + size - 1) / size)
                .mapToObj(i -> all.subList(i * size, Math.min(all.size(), (i + 1) * size)))
                .toList();
    }
}
