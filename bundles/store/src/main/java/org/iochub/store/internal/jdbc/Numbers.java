package org.iochub.store.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A dictionary table of pairs: rows of other tables name a pair by its number. Entries are never changed or removed, so
 * they are kept in memory. Safe for any number of threads and several nodes.
 */
public final class Numbers {
    /** One entry; what the halves are is the table's business. */
    public record Pair(String first, String second) {}

    private final String select;
    private final String insert;
    private final Map<Pair, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, Pair> pairs = new ConcurrentHashMap<>();

    public Numbers(String table, String first, String second) {
        select = "SELECT no, " + first + ", " + second + " FROM " + table;
        insert = "INSERT INTO " + table + " (no, " + first + ", " + second
                + ") SELECT COALESCE(MAX(no), 0) + 1, ?, ? FROM " + table;
    }

    /** The pair's number, from 1; given to it now if it has none, in a transaction of its own. */
    public int number(Database database, Pair pair) throws SQLException {
        Integer known = numbers.get(pair);
        for (int attempt = 0; known == null; attempt++) {
            known = find(database, pair);
            if (known == null) {
                try (Connection c = database.connection()) {
                    Sql.update(c, insert, pair.first(), pair.second());
                } catch (SQLException e) {
                    // Another node took the number or added the pair: look again.
                    if (!StoreFaults.worthAnotherTry(e) || attempt > 20) {
                        throw e;
                    }
                }
            }
        }
        return known;
    }

    private Integer find(Database database, Pair pair) throws SQLException {
        try (Connection c = database.connection()) {
            load(c);
        }
        return numbers.get(pair);
    }

    /** The pair with this number; {@code null} for 0. */
    public Pair pair(Connection c, int number) throws SQLException {
        if (number == 0) {
            return null;
        }
        Pair known = pairs.get(number);
        if (known == null) {
            load(c);
            known = pairs.get(number);
        }
        if (known == null) {
            throw new SQLException("no entry " + number + ": " + select);
        }
        return known;
    }

    /** The pair's number; empty when it has none, and it is given none. */
    public OptionalInt known(Connection c, Pair pair) throws SQLException {
        if (!numbers.containsKey(pair)) {
            load(c);
        }
        Integer number = numbers.get(pair);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The database was opened anew: what was not on disk is gone. */
    public void forget() {
        numbers.clear();
        pairs.clear();
    }

    private void load(Connection c) throws SQLException {
        Sql.list(
                c,
                row -> {
                    Pair pair = new Pair(row.getString(2), row.getString(3));
                    pairs.put(row.getInt(1), pair);
                    numbers.put(pair, row.getInt(1));
                    return pair;
                },
                select);
    }
}
