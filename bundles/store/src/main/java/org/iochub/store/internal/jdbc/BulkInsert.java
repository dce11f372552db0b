package org.iochub.store.internal.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Inserts many rows with few statements: rows go in groups with one multi-row VALUES each, which both databases run
 * several times faster than a batch of single rows. Immutable; safe for any number of threads.
 *
 * @param <T> what a row is made from
 */
public final class BulkInsert<T> {
    /** Group sizes, largest first. Fixed sizes keep the statements in the connections' caches. */
    private static final int[] SIZES = {64, 8, 1};

    /** Sets the parameters of one row, the first of which has the number {@code first}. */
    @FunctionalInterface
    public interface RowBinder<T> {
        void bind(PreparedStatement statement, int first, T row) throws SQLException;
    }

    private final String[] sql = new String[SIZES.length];
    private final int columns;
    private final RowBinder<T> binder;

    public BulkInsert(String table, List<String> columns, RowBinder<T> binder) {
        this(columns, binder, "INSERT INTO " + table + " (" + String.join(",", columns) + ")");
    }

    private BulkInsert(List<String> columns, RowBinder<T> binder, String start) {
        this.columns = columns.size();
        this.binder = binder;
        String row = "(" + "?,".repeat(columns.size() - 1) + "?)";
        for (int i = 0; i < SIZES.length; i++) {
            sql[i] = start + " VALUES " + row + ("," + row).repeat(SIZES[i] - 1);
        }
    }

    /** Replaces rows that are there, in H2's own words. */
    public static <T> BulkInsert<T> merging(String table, String key, List<String> columns, RowBinder<T> binder) {
        return new BulkInsert<>(
                columns, binder, "MERGE INTO " + table + " (" + String.join(",", columns) + ") KEY (" + key + ")");
    }

    public void insert(Connection connection, List<T> rows) throws SQLException {
        int done = 0;
        for (int i = 0; i < SIZES.length && done < rows.size(); i++) {
            int size = SIZES[i];
            if (rows.size() - done < size) {
                continue;
            }
            try (PreparedStatement statement = connection.prepareStatement(sql[i])) {
                while (rows.size() - done >= size) {
                    for (int row = 0; row < size; row++) {
                        binder.bind(statement, row * columns + 1, rows.get(done + row));
                    }
                    statement.executeUpdate();
                    done += size;
                }
            }
        }
    }
}
