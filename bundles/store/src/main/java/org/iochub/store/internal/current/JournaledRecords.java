package org.iochub.store.internal.current;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.iochub.store.internal.jdbc.BulkInsert;
import org.iochub.store.internal.jdbc.Database;

/**
 * The table with a journal before it, for the embedded database, which has one writer. Slots are hit in random order, and
 * the embedded database rewrites a whole page for each: so new rows are written one after the other into the journal and
 * kept in memory, and go into the table many at a time, in the table's order, where a page takes hundreds of them at once.
 * A crash costs nothing: what is not in the table yet is in the journal.
 */
final class JournaledRecords implements CurrentRecords {
    /** So many rows in memory begin a sweep into the table: some twenty-five megabytes. */
    static final int FULL = 131_072;
    /** A sweep takes so many rows for each that is new, so that it ends. */
    private static final int SWEPT_PER_NEW = 3;

    private static final int LEAST_SWEPT = 1_000;

    private static final BulkInsert<Placed> MERGE =
            BulkInsert.merging("current_record", "slot", TableRecords.COLUMNS, TableRecords::bind);

    private final TableRecords table;
    private final int full;
    /** Committed and perhaps not in the table yet. What is here is newer than what is there. */
    private final Map<Long, CurrentRow> recent = new ConcurrentHashMap<>();

    // The writing thread's own.
    private long nextJournal;
    private final Map<Long, CurrentRow> staged = new HashMap<>();
    private Optional<Sweep> sweep = Optional.empty();
    private Optional<Sweep> stagedSweep = Optional.empty();
    private List<Placed> stagedSwept = List.of();

    /**
     * A way through the table.
     *
     * @param slots what was in memory when it began, in the table's order
     * @param done so many of them are in the table
     * @param before entries of the journal before this one are of no use when all are
     */
    private record Sweep(long[] slots, int done, long before) {}

    private JournaledRecords(TableRecords table, int full) {
        this.table = table;
        this.full = full;
    }

    static JournaledRecords open(Database database, int full) throws SQLException {
        JournaledRecords records = new JournaledRecords(new TableRecords(database.dialect()), full);
        try (Connection c = database.connection()) {
            records.nextJournal = Journal.replay(c, records.recent) + 1;
        }
        return records;
    }

    @Override
    public Map<Long, CurrentRow> lock(Connection c, Collection<Long> slots) throws SQLException {
        Map<Long, CurrentRow> rows = new HashMap<>(slots.size() * 2);
        List<Long> missing = new ArrayList<>();
        for (Long slot : slots) {
            CurrentRow row = recent.get(slot);
            if (row != null) {
                rows.put(slot, row);
            } else {
                missing.add(slot);
            }
        }
        rows.putAll(table.lock(c, missing));
        return rows;
    }

    @Override
    public Optional<CurrentRow> find(Connection c, long slot) throws SQLException {
        CurrentRow row = recent.get(slot);
        return row != null ? Optional.of(row) : table.find(c, slot);
    }

    @Override
    public List<Placed> range(Connection c, long after, long last, int limit) throws SQLException {
        // Memory first: what leaves it after this was in the table before.
        TreeMap<Long, CurrentRow> rows = new TreeMap<>();
        recent.forEach((slot, row) -> {
            if (slot > after && slot <= last) {
                rows.put(slot, row);
                if (rows.size() > limit) {
                    rows.pollLastEntry();
                }
            }
        });
        for (Placed row : table.range(c, after, last, limit)) {
            rows.putIfAbsent(row.slot(), row.row());
        }
        return rows.entrySet().stream()
                .limit(limit)
                .map(row -> new Placed(row.getKey(), row.getValue()))
                .toList();
    }

    @Override
    public void write(Connection c, List<Placed> fresh, List<Placed> changed) throws SQLException {
        for (List<Placed> rows : List.of(fresh, changed)) {
            rows.forEach(row -> staged.put(row.slot(), row.row()));
        }
        if (staged.isEmpty()) {
            return;
        }
        // A sweep that begins now takes what is in memory: this transaction's own entry is not among it.
        long first = nextJournal;
        nextJournal = Journal.append(c, first, staged);
        sweep(c, first);
    }

    private void sweep(Connection c, long first) throws SQLException {
        if (sweep.isEmpty() && recent.size() < full) {
            return;
        }
        Sweep now = sweep.orElseGet(() -> new Sweep(slots(), 0, first));
        int end = Math.min(now.slots.length, now.done + Math.max(LEAST_SWEPT, staged.size() * SWEPT_PER_NEW));
        stagedSwept = Arrays.stream(now.slots, now.done, end)
                .mapToObj(slot -> new Placed(slot, staged.getOrDefault(slot, recent.get(slot))))
                .toList();
        MERGE.insert(c, stagedSwept);
        if (end == now.slots.length) {
            Journal.forget(c, now.before);
            stagedSweep = Optional.empty();
        } else {
            stagedSweep = Optional.of(new Sweep(now.slots, end, now.before));
        }
    }

    private long[] slots() {
        return recent.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    }

    @Override
    public void committed() {
        recent.putAll(staged);
        stagedSwept.forEach(row -> recent.remove(row.slot()));
        sweep = stagedSweep;
        rolledBack();
    }

    @Override
    public void rolledBack() {
        staged.clear();
        stagedSwept = List.of();
        stagedSweep = sweep;
    }
}
