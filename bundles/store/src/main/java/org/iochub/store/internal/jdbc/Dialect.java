package org.iochub.store.internal.jdbc;

import java.util.Map;

/** What the two databases spell differently. */
public enum Dialect {
    H2(
            "SELECT NEXT VALUE FOR %s FROM SYSTEM_RANGE(1, %d)",
            Map.of("bytes", "VARBINARY(1048576)", "ascii", "VARCHAR"),
            // One process writes, through one thread: nothing to lock.
            "",
            "UNNEST(CAST(? AS BIGINT ARRAY))"),
    POSTGRESQL(
            "SELECT nextval('%s') FROM generate_series(1, %d)",
            Map.of("bytes", "BYTEA", "ascii", "VARCHAR COLLATE \"C\""), " FOR UPDATE", "unnest(CAST(? AS bigint[]))");

    private final String nextValues;
    private final Map<String, String> placeholders;
    private final String forUpdate;
    private final String longs;

    Dialect(String nextValues, Map<String, String> placeholders, String forUpdate, String longs) {
        this.nextValues = nextValues;
        this.placeholders = placeholders;
        this.forUpdate = forUpdate;
        this.longs = longs;
    }

    public static Dialect of(String jdbcUrl) {
        if (jdbcUrl.startsWith("jdbc:h2:")) {
            return H2;
        }
        if (jdbcUrl.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException("neither H2 nor PostgreSQL: "
                + jdbcUrl.substring(0, Math.min(jdbcUrl.length(), jdbcUrl.indexOf(':', 5) + 1)));
    }

    /** A query for that many next values. */
    public String nextValues(String sequence, int count) {
        return nextValues.formatted(sequence, count);
    }

    /** What the migrations fill in. */
    public Map<String, String> placeholders() {
        return placeholders;
    }

    /** An array parameter as a table with the one column {@code no}: a join with it looks each row up once. */
    public String longs(String name) {
        return longs + " " + name + "(no)";
    }

    /** The end of a query that locks its rows against other nodes. */
    public String forUpdate() {
        return forUpdate;
    }
}
