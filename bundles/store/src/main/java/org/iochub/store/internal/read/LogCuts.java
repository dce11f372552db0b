package org.iochub.store.internal.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.store.internal.jdbc.Sql;

/** The table {@code feed_cut}: from where each type's log is kept, and how far what lies before is removed. */
public final class LogCuts {
    /**
     * A stretch whose versions may go.
     *
     * @param versions their numbers
     * @param from where the stretch begins
     * @param to everything of the type before this position has been looked at with it
     */
    public record Due(String type, List<Long> versions, long from, long to) {}

    private LogCuts() {}

    /** Cuts a type's log behind everything recorded before an instant (microseconds). @return whether it moved */
    public static boolean move(Connection c, String type, long before) throws SQLException {
        long end = Sql.first(c, row -> row.getLong(1), "SELECT position FROM feed_head WHERE one = 1")
                .orElseThrow();
        long last = Segments.before(c, before, end);
        Optional<Long> oldest = Sql.first(
                        c,
                        Segment::of,
                        "SELECT " + Segment.COLUMNS + " FROM feed_segment WHERE type = ? AND first_position <= ?"
                                + " ORDER BY type DESC, first_position DESC LIMIT 1",
                        type,
                        last)
                .map(segment -> Math.min(segment.lastPosition(), last) + 1);
        if (oldest.isEmpty()) {
            return false;
        }
        if (Sql.first(c, row -> row.getLong(1), "SELECT oldest FROM feed_cut WHERE type = ?", type)
                .isEmpty()) {
            Sql.update(c, "INSERT INTO feed_cut (type, oldest, swept) VALUES (?, 1, 1)", type);
        }
        return Sql.update(
                        c,
                        "UPDATE feed_cut SET oldest = ? WHERE type = ? AND oldest < ?",
                        oldest.get(),
                        type,
                        oldest.get())
                > 0;
    }

    /** Something to remove, at most so many versions. */
    public static Optional<Due> due(Connection c, int most) throws SQLException {
        record Cut(String type, long oldest, long swept) {}
        Optional<Cut> open = Sql.first(
                c,
                row -> new Cut(row.getString(1), row.getLong(2), row.getLong(3)),
                "SELECT type, oldest, swept FROM feed_cut WHERE swept < oldest ORDER BY type LIMIT 1");
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Cut cut = open.get();
        List<Long> versions = new ArrayList<>();
        long to = cut.swept();
        Segments.Found found =
                Segments.next(c, Optional.of(java.util.Set.of(cut.type())), cut.swept() - 1, cut.oldest() - 1, most);
        for (Segment segment : found.segments()) {
            Segment part = segment.clip(segment.firstPosition(), segment.firstPosition() + most - versions.size() - 1L);
            for (int i = 0; i < part.length(); i++) {
                versions.add(part.firstVid() + i);
            }
            to = part.lastPosition() + 1;
            if (versions.size() >= most) {
                return Optional.of(new Due(cut.type(), versions, cut.swept(), to));
            }
        }
        return Optional.of(new Due(cut.type(), versions, cut.swept(), found.scannedTo() + 1));
    }

    /** A stretch is done: pieces of it without any version left are forgotten too. */
    public static void swept(Connection c, Due due) throws SQLException {
        for (long[] piece : Sql.list(
                c,
                row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)},
                "SELECT first_position, first_vid, length FROM feed_segment WHERE type = ? AND first_position >= ?"
                        + " AND first_position < ?",
                due.type(),
                due.from(),
                due.to())) {
            if (piece[0] + piece[2] <= due.to()
                    && Sql.first(
                                    c,
                                    row -> row.getLong(1),
                                    "SELECT vid FROM version WHERE vid BETWEEN ? AND ? LIMIT 1",
                                    piece[1],
                                    piece[1] + piece[2] - 1)
                            .isEmpty()) {
                Sql.update(c, "DELETE FROM feed_segment WHERE first_position = ?", piece[0]);
            }
        }
        Sql.update(c, "UPDATE feed_cut SET swept = ? WHERE type = ? AND swept < ?", due.to(), due.type(), due.to());
    }
}
