package org.iochub.store.internal.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.iochub.store.internal.jdbc.Dialect;

/**
 * Reads all tables as they were at one moment, page by page along their primary keys, so that memory stays bounded and no
 * statement runs long. Writers go on meanwhile.
 */
final class Dump {
    private static final int MOST_ROWS = 1_000;
    private static final long PAGE_BYTES = 2 << 20;

    /** What may end a dump early. */
    @FunctionalInterface
    interface Going {
        void on() throws IOException;
    }

    private final Connection c;
    private final Going going;

    Dump(Connection c, Going going) {
        this.c = c;
        this.going = going;
    }

    /** Makes a connection see one moment, from its next statement on, until {@link #end}. */
    static void begin(Connection c, Dialect dialect) throws SQLException {
        c.setAutoCommit(false);
        if (dialect == Dialect.POSTGRESQL) {
            c.setReadOnly(true);
            c.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        } else {
            // Of all tables at once, which H2 calls by this name and JDBC has no number for.
            execute(c, "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT");
        }
    }

    static void end(Connection c, Dialect dialect) throws SQLException {
        c.rollback();
        if (dialect == Dialect.POSTGRESQL) {
            c.setReadOnly(false);
            c.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        } else {
            execute(c, "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED");
        }
        c.setAutoCommit(true);
    }

    private static void execute(Connection c, String sql) throws SQLException {
        try (var statement = c.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Writes a table: its columns, then a 1 before each row, then a 0 and the number of rows. @return that number */
    long write(Tables.Table table, DataOutputStream out) throws SQLException, IOException {
        out.writeInt(table.columns().size());
        for (String column : table.columns()) {
            out.writeUTF(column);
        }
        List<Object> last = new ArrayList<>();
        long rows = 0;
        int limit = 16;
        while (true) {
            going.on();
            int read = 0;
            long bytes = 0;
            try (PreparedStatement statement = c.prepareStatement(sql(table, !last.isEmpty(), limit))) {
                bind(statement, last);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        read++;
                        out.writeByte(1);
                        bytes += Rows.write(row, out);
                        last = key(table, row);
                    }
                }
            }
            rows += read;
            if (read < limit) {
                out.writeByte(0);
                out.writeLong(rows);
                return rows;
            }
            limit = next(limit, bytes);
        }
    }

    /** Many small rows at a time, few large ones. */
    private static int next(int limit, long bytes) {
        if (bytes > PAGE_BYTES) {
            return Math.max(1, limit / 4);
        }
        return bytes < PAGE_BYTES / 4 ? Math.min(MOST_ROWS, limit * 2) : limit;
    }

    /** The first column of the key alone too: H2 finds its way by that, but not by a comparison of pairs. */
    private static String sql(Tables.Table table, boolean behind, int limit) {
        String key = String.join(", ", table.key());
        String where = "";
        if (behind && table.key().size() == 1) {
            where = " WHERE " + key + " > ?";
        } else if (behind) {
            where = " WHERE " + table.key().get(0) + " >= ? AND (" + key + ") > ("
                    + "?, ".repeat(table.key().size() - 1) + "?)";
        }
        return "SELECT " + String.join(", ", table.columns()) + " FROM " + table.name() + where + " ORDER BY " + key
                + " LIMIT " + limit;
    }

    private static void bind(PreparedStatement statement, List<Object> last) throws SQLException {
        int at = 1;
        if (last.size() > 1) {
            statement.setObject(at++, last.get(0));
        }
        for (Object value : last) {
            statement.setObject(at++, value);
        }
    }

    private static List<Object> key(Tables.Table table, ResultSet row) throws SQLException {
        List<Object> key = new ArrayList<>();
        for (String column : table.key()) {
            key.add(row.getObject(column));
        }
        return key;
    }
}
