package org.iochub.store.internal.write;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iochub.store.internal.jdbc.Dialect;
import org.iochub.store.internal.jdbc.Payload;
import org.iochub.store.internal.jdbc.Sql;

/** Reads what a transaction needs to know of the records it meets: one query for a thousand of them. */
final class Lookup {
    static final int CHUNK = 1_000;
    static final String COLUMNS = "record, ref, vid, major, sender, area, deleted, version_key, hash, put_hash";

    private Lookup() {}

    /** Fills in those states that have a row, and locks the rows in order of their refs where others may write too. */
    static void states(Connection c, Dialect dialect, Map<String, RecordState> states) throws SQLException {
        List<String> refs = states.keySet().stream().sorted().toList();
        for (List<String> chunk : chunks(refs)) {
            Sql.list(
                    c,
                    row -> fill(row, states.get(row.getString(2))),
                    "SELECT " + COLUMNS + " FROM current_record WHERE ref = ANY(?)"
                            + (dialect.forUpdate().isEmpty() ? "" : " ORDER BY ref" + dialect.forUpdate()),
                    chunk);
        }
    }

    static RecordState fill(ResultSet row, RecordState state) throws SQLException {
        state.stored = true;
        state.record = row.getLong(1);
        state.vid = row.getLong(3);
        state.major = row.getInt(4);
        state.sender = row.getInt(5);
        state.area = row.getInt(6);
        state.deleted = row.getBoolean(7);
        state.key = row.getLong(8);
        state.keyed = !row.wasNull();
        state.hash = row.getBytes(9);
        state.putHash = row.getBytes(10);
        return state;
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

    /** Adds the history of records to which an older version may have come. */
    static void history(Connection c, Collection<RecordState> states) throws SQLException {
        Map<Long, RecordState> byRecord = new HashMap<>();
        states.forEach(state -> byRecord.put(state.record, state));
        for (List<Long> chunk : chunks(List.copyOf(byRecord.keySet()))) {
            Sql.list(
                    c,
                    row -> byRecord.get(row.getLong(1)).history.add(MergeRules.seen(row.getLong(2), row.getBytes(3))),
                    "SELECT record, version_key, hash FROM version WHERE record = ANY(?) AND version_key IS NOT NULL",
                    chunk);
        }
    }

    static <T> List<List<T>> chunks(List<T> all) {
        return chunks(all, CHUNK);
    }

    static <T> List<List<T>> chunks(List<T> all, int size) {
        return java.util.stream.IntStream.range(0, (all.size() + size - 1) / size)
                .mapToObj(i -> all.subList(i * size, Math.min(all.size(), (i + 1) * size)))
                .toList();
    }
}
