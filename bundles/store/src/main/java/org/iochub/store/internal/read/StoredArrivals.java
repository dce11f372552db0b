package org.iochub.store.internal.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.iochub.core.report.Arrivals;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Sql;

/** Counts the log's versions in the database, some segments at a time, so that no answer takes long. */
public final class StoredArrivals implements Arrivals {
    private static final int SEGMENTS = 2_000;
    private final Supplier<Database> database;

    public StoredArrivals(Supplier<Database> database) {
        this.database = database;
    }

    @Override
    public List<Arrival> between(Instant from, Instant until) {
        Map<List<String>, long[]> counts = new LinkedHashMap<>();
        long after = 0;
        while (after >= 0) {
            long behind = after;
            after = database.get().read(c -> step(c, Sql.micros(from), Sql.micros(until), behind, counts));
        }
        List<Arrival> all = new ArrayList<>();
        counts.forEach((key, count) -> all.add(new Arrival(key.get(0), key.get(1), key.get(2), count[0], count[1])));
        all.sort(java.util.Comparator.comparing(Arrival::tenant)
                .thenComparing(Arrival::source)
                .thenComparing(Arrival::type));
        return all;
    }

    /** @return the position to go on behind, or -1 at the end */
    private static long step(Connection c, long from, long until, long after, Map<List<String>, long[]> counts)
            throws SQLException {
        List<Long> ends = Sql.list(
                c,
                row -> row.getLong(1),
                "SELECT first_position FROM feed_segment WHERE first_position > ? ORDER BY first_position LIMIT "
                        + SEGMENTS,
                after);
        if (ends.isEmpty()) {
            return -1;
        }
        long last = ends.get(ends.size() - 1);
        Sql.list(
                c,
                row -> {
                    long[] count = counts.computeIfAbsent(
                            List.of(row.getString(1), row.getString(2), row.getString(3)), key -> new long[2]);
                    count[0] += row.getLong(4);
                    count[1] += row.getLong(5);
                    return last;
                },
                "SELECT s.tenant, s.source, f.type, SUM(CASE WHEN v.op = 0 THEN 1 ELSE 0 END), SUM(CASE WHEN v.op = 0 THEN 0 ELSE 1 END)"
                        + " FROM feed_segment f"
                        + " JOIN version v ON v.vid BETWEEN f.first_vid AND f.first_vid + f.length - 1"
                        + " JOIN sender s ON s.no = v.sender"
                        + " WHERE f.first_position > ? AND f.first_position <= ?"
                        + " AND f.recorded_at >= ? AND f.recorded_at < ?"
                        + " GROUP BY s.tenant, s.source, f.type",
                after,
                last,
                from,
                until);
        return last;
    }
}
