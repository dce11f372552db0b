package org.iochub.store.internal.read;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.records.RecordReader;
import org.iochub.core.records.StoredVersion;
import org.iochub.model.RecordId;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Dictionary;
import org.iochub.store.internal.jdbc.Sql;

/** Reads current state and history. */
public final class StoredReader implements RecordReader {
    private static final int CHUNK = 500;
    /** With data, which may be large. */
    private static final int FETCH = 100;

    private final Supplier<Database> database;
    private final Dictionary dictionary;

    public StoredReader(Supplier<Database> database, Dictionary dictionary) {
        this.database = database;
        this.dictionary = dictionary;
    }

    @Override
    public Optional<StoredVersion> current(String type, RecordId id) {
        return database.get().read(c -> {
            List<StoredVersion> found = versions(
                    c, "v.vid = (SELECT r.vid FROM current_record r WHERE r.ref = ?)", 1, type + "/" + id.value());
            return found.stream().findFirst();
        });
    }

    @Override
    public List<StoredVersion> history(String type, RecordId id, int limit) {
        return database.get()
                .read(c -> versions(
                        c,
                        "v.record = (SELECT r.record FROM current_record r WHERE r.ref = ?)",
                        limit,
                        type + "/" + id.value()));
    }

    private List<StoredVersion> versions(Connection c, String where, int limit, String ref) throws SQLException {
        List<VersionRows.FullRow> rows = Sql.list(
                c,
                VersionRows::fullRow,
                "SELECT " + VersionRows.COLUMNS + VersionRows.MORE
                        + " FROM version v JOIN origin o ON o.no = v.origin WHERE " + where
                        + " ORDER BY v.vid DESC LIMIT " + limit,
                ref);
        Map<Long, Segment> segments =
                Segments.of(c, rows.stream().map(row -> row.row().vid()).toList());
        List<StoredVersion> versions = new ArrayList<>();
        for (VersionRows.FullRow row : rows) {
            Segment place = segments.get(row.row().vid());
            versions.add(row.version(
                    c,
                    dictionary,
                    place == null ? 0 : place.position(row.row().vid()),
                    place == null ? 0 : place.recordedAt()));
        }
        return versions;
    }

    @Override
    public List<LoggedRecord> page(String type, FeedFilter filter, Optional<RecordId> after, int limit) {
        if (filter.types().map(types -> !types.contains(type)).orElse(false)) {
            return List.of();
        }
        return database.get().read(c -> page(c, type, filter, after, limit));
    }

    private List<LoggedRecord> page(Connection c, String type, FeedFilter filter, Optional<RecordId> after, int limit)
            throws SQLException {
        Restriction restriction = Restriction.of(c, dictionary, filter);
        long since = filter.since().map(s -> Sql.micros(s.toInstant())).orElse(Long.MIN_VALUE);
        List<LoggedRecord> found = new ArrayList<>();
        String ref = type + "/" + after.map(RecordId::value).orElse("");
        while (found.size() < limit) {
            List<Now> chunk = Sql.list(
                    c,
                    Now::of,
                    "SELECT ref, vid, sender, area FROM current_record WHERE ref > ? AND ref < ? AND deleted = FALSE"
                            + " ORDER BY ref LIMIT " + CHUNK,
                    ref,
                    type + "0");
            List<Long> vids = chunk.stream()
                    .filter(now -> restriction.passes(now.sender, now.area, 0))
                    .map(now -> now.vid)
                    .toList();
            for (int from = 0; from < vids.size() && found.size() < limit; from += FETCH) {
                fetch(c, vids.subList(from, Math.min(vids.size(), from + FETCH)), since, limit, found);
            }
            if (chunk.size() < CHUNK) {
                break;
            }
            ref = chunk.get(chunk.size() - 1).ref;
        }
        return found;
    }

    private void fetch(Connection c, List<Long> vids, long since, int limit, List<LoggedRecord> found)
            throws SQLException {
        Map<Long, Segment> segments = Segments.of(c, vids);
        Map<Long, VersionRows.Row> rows = new HashMap<>();
        Sql.list(
                c,
                r -> rows.put(r.getLong(1), VersionRows.row(r)),
                "SELECT " + VersionRows.COLUMNS + " FROM version v WHERE v.vid = ANY(?)",
                vids);
        for (Long vid : vids) {
            Segment place = segments.get(vid);
            if (found.size() < limit && place != null && place.recordedAt() >= since && rows.containsKey(vid)) {
                found.add(rows.get(vid).record(c, dictionary, place.position(vid), place.recordedAt()));
            }
        }
    }

    private record Now(String ref, long vid, int sender, int area) {
        static Now of(ResultSet row) throws SQLException {
            return new Now(row.getString(1), row.getLong(2), row.getInt(3), row.getInt(4));
        }
    }
}
