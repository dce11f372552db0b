package org.iochub.store.internal.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iochub.store.internal.current.CurrentRow;
import org.iochub.store.internal.current.Slots;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.write.Context;

/** Removes versions that no longer stand, with whatever came before them. One transaction's. */
final class Sweep {
    private final Context context;
    private final Connection c;
    private final long first;

    /** What is needed of a version. */
    private record Old(long vid, long previous, String ref) {}

    Sweep(Context context, Connection c, String type) throws SQLException {
        this.context = context;
        this.c = c;
        this.first = Slots.first(context.database(), context.dictionary(), type);
    }

    void remove(Collection<Long> vids) throws SQLException {
        List<Old> versions = old(vids);
        Map<Old, CurrentRow> standing = standing(versions);
        List<Long> gone = new ArrayList<>();
        for (Old version : versions) {
            CurrentRow now = standing.get(version);
            // Without a row nothing can be said of it, so it stays.
            if (now != null && now.vid() != version.vid() && now.lastVid() != version.vid()) {
                gone.add(version.vid());
            }
        }
        gone.addAll(before(versions));
        if (!gone.isEmpty()) {
            Sql.update(c, "DELETE FROM version WHERE vid = ANY(?)", gone);
        }
    }

    private List<Old> old(Collection<Long> vids) throws SQLException {
        if (vids.isEmpty()) {
            return List.of();
        }
        return Sql.list(
                c,
                row -> new Old(row.getLong(1), row.getLong(2), row.getString(3)),
                "SELECT vid, previous, ref FROM version WHERE vid = ANY(?)",
                vids);
    }

    /** What came before a version of the log does not stand any more: late ones, and what stood when its turn came. */
    private List<Long> before(List<Old> versions) throws SQLException {
        List<Long> before = new ArrayList<>();
        List<Old> at = versions;
        while (!at.isEmpty()) {
            at = old(at.stream().map(Old::previous).filter(vid -> vid != 0).toList());
            at.forEach(version -> before.add(version.vid()));
        }
        return before;
    }

    /** The current rows of the records, looked for slot by slot where several records want the same. */
    private Map<Old, CurrentRow> standing(List<Old> versions) throws SQLException {
        Map<Old, CurrentRow> found = new HashMap<>();
        Map<Old, Long> asked = new HashMap<>();
        Map<Old, Slots.Place> places = new HashMap<>();
        for (Old version : versions) {
            Slots.Place place =
                    Slots.place(first, version.ref().substring(version.ref().indexOf('/') + 1));
            places.put(version, place);
            asked.put(version, place.slot());
        }
        while (!asked.isEmpty()) {
            Map<Long, CurrentRow> rows =
                    context.current().lock(c, asked.values().stream().distinct().toList());
            Map<Old, Long> again = new HashMap<>();
            asked.forEach((version, slot) -> {
                CurrentRow row = rows.get(slot);
                if (row != null && row.check() == places.get(version).check()) {
                    found.put(version, row);
                } else if (row != null) {
                    again.put(version, Slots.next(slot));
                }
            });
            asked = again;
        }
        return found;
    }
}
