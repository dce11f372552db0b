package org.iochub.store.internal.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.iochub.store.internal.jdbc.Sql;

/** What tables and sequences the database has: asked, not listed, so that none is ever forgotten. */
final class Tables {
    /** The migrations' own. */
    static final String HISTORY = "schema_history";

    /**
     * A table.
     *
     * @param key the columns of its primary key, in order
     */
    record Table(String name, List<String> columns, List<String> key) {}

    private Tables() {}

    static List<Table> all(Connection c) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (String name : names(c)) {
            if (!name.equalsIgnoreCase(HISTORY)) {
                Table table = new Table(name.toLowerCase(Locale.ROOT), columns(c, name), key(c, name));
                if (table.key().isEmpty()) {
                    throw new SQLException("a table without a primary key cannot be read in pages: " + name);
                }
                tables.add(table);
            }
        }
        return tables;
    }

    /** As the database spells them. */
    private static List<String> names(Connection c) throws SQLException {
        return Sql.list(
                c,
                row -> row.getString(1),
                "SELECT table_name FROM information_schema.tables WHERE table_schema = CURRENT_SCHEMA"
                        + " AND table_type = 'BASE TABLE' ORDER BY table_name");
    }

    static List<String> sequences(Connection c) throws SQLException {
        return Sql.list(
                c,
                row -> row.getString(1).toLowerCase(Locale.ROOT),
                "SELECT sequence_name FROM information_schema.sequences WHERE sequence_schema = CURRENT_SCHEMA"
                        + " ORDER BY sequence_name");
    }

    /** The greatest version of the schema. */
    static int schema(Connection c) throws SQLException {
        return Sql.list(
                        c,
                        row -> row.getString(1),
                        "SELECT \"version\" FROM \"" + HISTORY + "\" WHERE \"version\" IS NOT NULL")
                .stream()
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    private static List<String> columns(Connection c, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet row = c.getMetaData().getColumns(c.getCatalog(), c.getSchema(), pattern(c, table), null)) {
            while (row.next()) {
                columns.add(row.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }

    private static List<String> key(Connection c, String table) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        try (ResultSet row = c.getMetaData().getPrimaryKeys(c.getCatalog(), c.getSchema(), table)) {
            while (row.next()) {
                columns.put(row.getInt("KEY_SEQ"), row.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return List.copyOf(columns.values());
    }

    /** An underscore stands for any character in the patterns of the metadata. */
    private static String pattern(Connection c, String name) throws SQLException {
        DatabaseMetaData data = c.getMetaData();
        return name.replace("_", data.getSearchStringEscape() + "_");
    }
}
