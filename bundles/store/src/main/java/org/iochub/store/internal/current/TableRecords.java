package org.iochub.store.internal.current;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.store.internal.jdbc.BulkInsert;
import org.iochub.store.internal.jdbc.Dialect;
import org.iochub.store.internal.jdbc.Sql;

/** The table {@code current_record} and nothing else. */
final class TableRecords implements CurrentRecords {
    private static final int CHUNK = 1_000;
    static final List<String> COLUMNS = List.of("packed", "slot");
    private static final BulkInsert<Placed> INSERT = new BulkInsert<>("current_record", COLUMNS, TableRecords::bind);
    private static final String UPDATE = "UPDATE current_record SET packed = ? WHERE slot = ?";
    private static final Comparator<Placed> BY_SLOT = Comparator.comparingLong(Placed::slot);

    private final Dialect dialect;

    TableRecords(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public Map<Long, CurrentRow> lock(Connection c, Collection<Long> slots) throws SQLException {
        Map<Long, CurrentRow> rows = new HashMap<>(slots.size() * 2);
        List<Long> sorted = slots.stream().sorted().toList();
        String sql = "SELECT slot, packed FROM current_record JOIN " + dialect.longs("s") + " ON slot = s.no"
                + (dialect.forUpdate().isEmpty()
                        ? ""
                        // In one order everywhere, so that nodes wait for each other and do not block each other.
                        : " ORDER BY slot" + dialect.forUpdate() + " OF current_record");
        for (int from = 0; from < sorted.size(); from += CHUNK) {
            Sql.list(
                    c,
                    row -> rows.put(row.getLong(1), CurrentRow.unpack(row.getBytes(2))),
                    sql,
                    sorted.subList(from, Math.min(sorted.size(), from + CHUNK)));
        }
        return rows;
    }

    @Override
    public Optional<CurrentRow> find(Connection c, long slot) throws SQLException {
        return Sql.first(
                c, row -> CurrentRow.unpack(row.getBytes(1)), "SELECT packed FROM current_record WHERE slot = ?", slot);
    }

    @Override
    public List<Placed> range(Connection c, long after, long last, int limit) throws SQLException {
        return Sql.list(
                c,
                TableRecords::placed,
                "SELECT slot, packed FROM current_record WHERE slot > ? AND slot <= ? ORDER BY slot LIMIT " + limit,
                after,
                last);
    }

    @Override
    public void write(Connection c, List<Placed> fresh, List<Placed> changed) throws SQLException {
        INSERT.insert(c, fresh.stream().sorted(BY_SLOT).toList());
        if (!changed.isEmpty()) {
            try (PreparedStatement statement = c.prepareStatement(UPDATE)) {
                for (Placed record : changed.stream().sorted(BY_SLOT).toList()) {
                    bind(statement, 1, record);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }

    @Override
    public void committed() {
        // The database has it all.
    }

    @Override
    public void rolledBack() {
        // The database forgot it all.
    }

    private static Placed placed(ResultSet row) throws SQLException {
        return new Placed(row.getLong(1), CurrentRow.unpack(row.getBytes(2)));
    }

    static void bind(PreparedStatement s, int first, Placed record) throws SQLException {
        s.setBytes(first, record.row().pack());
        s.setLong(first + 1, record.slot());
    }
}
