package org.iochub.store.internal.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Sql;

/**
 * The tables that a PostgreSQL database has already: before a restore they go into a schema of their own, as they are.
 *
 * @param schema where they are
 * @param from where they were
 */
record OutsideTables(String schema, String from) {
    static boolean used(Database.Place place) throws SQLException {
        try (Database database = new Database(place)) {
            return database.transaction(c -> !relations(c, current(c)).isEmpty());
        }
    }

    private static String current(Connection c) throws SQLException {
        return Sql.first(c, row -> row.getString(1), "SELECT CURRENT_SCHEMA").orElseThrow();
    }

    /** Tables and sequences, each as a command names it. */
    private static List<String> relations(Connection c, String schema) throws SQLException {
        return Sql.list(
                c,
                OutsideTables::relation,
                "SELECT k.relkind, k.relname FROM pg_class k JOIN pg_namespace n ON n.oid = k.relnamespace"
                        + " WHERE n.nspname = ? AND k.relkind IN ('r', 'S') ORDER BY k.relname",
                schema);
    }

    private static String relation(ResultSet row) throws SQLException {
        return ("r".equals(row.getString(1)) ? "TABLE " : "SEQUENCE ") + "%s." + quoted(row.getString(2));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static OutsideTables moveAside(Database.Place place, String schema) throws SQLException {
        try (Database database = new Database(place)) {
            return database.transaction(c -> {
                String from = current(c);
                List<String> relations = relations(c, from);
                execute(c, "CREATE SCHEMA " + quoted(schema));
                move(c, relations, from, schema);
                return new OutsideTables(schema, from);
            });
        }
    }

    private static void move(Connection c, List<String> relations, String from, String to) throws SQLException {
        for (String relation : relations) {
            execute(c, "ALTER " + relation.formatted(quoted(from)) + " SET SCHEMA " + quoted(to));
        }
    }

    /** A restore came to nothing: what it made goes, what was moved comes back. @param moved null for nothing */
    static void giveBack(Database.Place place, OutsideTables moved) throws SQLException {
        try (Database database = new Database(place)) {
            database.transaction(c -> {
                String here = current(c);
                if (moved == null && !database.dialect().name().equals("POSTGRESQL")) {
                    return null;
                }
                for (String relation : relations(c, here)) {
                    execute(c, "DROP " + relation.formatted(quoted(here)));
                }
                if (moved != null) {
                    move(c, relations(c, moved.schema()), moved.schema(), moved.from());
                    execute(c, "DROP SCHEMA " + quoted(moved.schema()));
                }
                return null;
            });
        }
    }

    private static void execute(Connection c, String sql) throws SQLException {
        try (Statement statement = c.createStatement()) {
            statement.execute(sql);
        }
    }
}
