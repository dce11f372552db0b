package org.iochub.store.internal.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The few JDBC idioms that the store repeats. Instants are kept as microseconds since 1970-01-01T00:00Z. */
public final class Sql {
    /** Reads one row; the cursor already stands on it. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private Sql() {}

    public static <T> List<T> list(Connection c, RowMapper<T> mapper, String sql, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            bind(c, statement, parameters);
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(mapper.map(row));
                }
            }
            return rows;
        }
    }

    public static <T> Optional<T> first(Connection c, RowMapper<T> mapper, String sql, Object... parameters)
            throws SQLException {
        List<T> rows = list(c, mapper, sql, parameters);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /** @return the number of rows changed */
    public static int update(Connection c, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            bind(c, statement, parameters);
            return statement.executeUpdate();
        }
    }

    /** A {@code Collection} becomes an array, for {@code = ANY(?)}. */
    private static void bind(Connection c, PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value instanceof Collection<?> values) {
                Object[] elements = values.toArray();
                String type = elements.length == 0 || elements[0] instanceof String
                        ? "varchar"
                        : elements[0] instanceof Integer ? "integer" : "bigint";
                statement.setArray(i + 1, c.createArrayOf(type, elements));
            } else if (value instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    public static void setLong(PreparedStatement s, int at, boolean there, long value) throws SQLException {
        if (there) {
            s.setLong(at, value);
        } else {
            s.setNull(at, Types.BIGINT);
        }
    }

    /** Zero stands for none. */
    public static void setNumber(PreparedStatement s, int at, int value) throws SQLException {
        if (value != 0) {
            s.setInt(at, value);
        } else {
            s.setNull(at, Types.INTEGER);
        }
    }

    public static void setBytes(PreparedStatement s, int at, byte[] value) throws SQLException {
        if (value != null) {
            s.setBytes(at, value);
        } else {
            s.setNull(at, Types.VARBINARY);
        }
    }

    public static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }

    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    public static OffsetDateTime utc(long micros) {
        return instant(micros).atOffset(ZoneOffset.UTC);
    }
}
