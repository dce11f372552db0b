package org.iochub.store.internal.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.records.RecordReader;
import org.iochub.core.records.StoredVersion;
import org.iochub.model.RecordId;
import org.iochub.store.internal.current.CurrentRecords;
import org.iochub.store.internal.current.CurrentRow;
import org.iochub.store.internal.current.Slots;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Dictionary;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.write.ErasedMessages;

/** Reads current state and history. */
public final class StoredReader implements RecordReader {
    private static final int CHUNK = 500;
    /** With data, which may be large. */
    private static final int FETCH = 100;

    private final Supplier<Database> database;
    private final Supplier<CurrentRecords> current;
    private final Dictionary dictionary;

    public StoredReader(Supplier<Database> database, Supplier<CurrentRecords> current, Dictionary dictionary) {
        this.database = database;
        this.current = current;
        this.dictionary = dictionary;
    }

    @Override
    public Optional<StoredVersion> current(String type, RecordId id) {
        return database.get().read(c -> {
            Optional<CurrentRecords.Placed> now = find(c, type, id);
            return now.isEmpty()
                    ? Optional.empty()
                    : versions(c, now.get().row().vid(), 1).stream().findFirst();
        });
    }

    @Override
    public List<StoredVersion> history(String type, RecordId id, int limit) {
        return database.get().read(c -> {
            Optional<CurrentRecords.Placed> now = find(c, type, id);
            return now.isEmpty() ? List.of() : versions(c, now.get().row().lastVid(), limit);
        });
    }

    private Optional<CurrentRecords.Placed> find(Connection c, String type, RecordId id) throws SQLException {
        OptionalLong first = Slots.first(c, dictionary, type);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Slots.Place place = Slots.place(first.getAsLong(), id.value());
        long slot = place.slot();
        while (true) {
            Optional<CurrentRow> row = current.get().find(c, slot);
            if (row.isEmpty()) {
                return Optional.empty();
            }
            if (row.get().check() == place.check()) {
                return Optional.of(new CurrentRecords.Placed(slot, row.get()));
            }
            slot = Slots.next(slot);
        }
    }

    /** A version and those that came before it. */
    private List<StoredVersion> versions(Connection c, long last, int limit) throws SQLException {
        List<VersionRows.FullRow> rows = new ArrayList<>();
        long vid = last;
        boolean cut = false;
        while (vid != 0 && rows.size() < limit) {
            Optional<VersionRows.FullRow> found = Sql.first(
                    c,
                    VersionRows::fullRow,
                    "SELECT " + VersionRows.COLUMNS + VersionRows.MORE
                            + " FROM version v JOIN origin o ON o.no = v.origin WHERE v.vid = ?",
                    vid);
            cut = found.isEmpty();
            found.ifPresent(rows::add);
            vid = found.map(VersionRows.FullRow::previous).orElse(0L);
        }
        Map<Long, Segment> segments =
                Segments.of(c, rows.stream().map(row -> row.row().vid()).toList());
        List<StoredVersion> versions = new ArrayList<>();
        for (VersionRows.FullRow row : rows) {
            Segment place = segments.get(row.row().vid());
            StoredVersion version = row.version(
                    c,
                    dictionary,
                    place == null ? 0 : place.position(row.row().vid()),
                    place == null ? 0 : place.recordedAt());
            versions.add(ErasedMessages.noted(c, version));
        }
        if (cut && !versions.isEmpty()) {
            versions.add(HistoryCut.noted(versions.remove(versions.size() - 1)));
        }
        return versions;
    }

    @Override
    public List<LoggedRecord> page(String type, FeedFilter filter, Optional<RecordId> after, int limit) {
        if (filter.types().map(types -> !types.contains(type)).orElse(false)) {
            return List.of();
        }
        return database.get().read(c -> {
            OptionalLong first = Slots.first(c, dictionary, type);
            return first.isEmpty() ? List.of() : page(c, type, first.getAsLong(), filter, after, limit);
        });
    }

    private List<LoggedRecord> page(
            Connection c, String type, long first, FeedFilter filter, Optional<RecordId> after, int limit)
            throws SQLException {
        Restriction restriction = Restriction.of(filter);
        long since = filter.since().map(s -> Sql.micros(s.toInstant())).orElse(Long.MIN_VALUE);
        List<LoggedRecord> found = new ArrayList<>();
        long slot = first - 1;
        if (after.isPresent()) {
            Optional<CurrentRecords.Placed> last = find(c, type, after.get());
            slot = last.isPresent()
                    ? last.get().slot()
                    : Slots.place(first, after.get().value()).slot();
        }
        while (found.size() < limit) {
            List<CurrentRecords.Placed> chunk = current.get().range(c, slot, Slots.last(first), CHUNK);
            List<Long> vids = new ArrayList<>();
            for (CurrentRecords.Placed now : chunk) {
                CurrentRow row = now.row();
                if (!row.deleted() && restriction.passes(c, dictionary, row.sender(), row.area(), 0)) {
                    vids.add(row.vid());
                }
            }
            for (int from = 0; from < vids.size() && found.size() < limit; from += FETCH) {
                fetch(c, vids.subList(from, Math.min(vids.size(), from + FETCH)), since, limit, found);
            }
            if (chunk.size() < CHUNK) {
                break;
            }
            slot = chunk.get(chunk.size() - 1).slot();
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
}
