package org.iochub.store.internal.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iochub.store.internal.jdbc.Sql;

/** Finds pieces of the log. */
final class Segments {
    /** The batch that a vid belongs to stands in its upper bits. */
    private static final int ORDINAL_BITS = 20;

    private Segments() {}

    /** What is found and how far was looked. */
    record Found(List<Segment> segments, long scannedTo) {}

    /** The next pieces after a position, clipped to {@code (after, head]}, at most {@code most} of them. */
    static Found next(Connection c, Optional<Set<String>> types, long after, long head, int most) throws SQLException {
        List<Segment> found = new ArrayList<>();
        long scannedTo = head;
        if (types.isEmpty()) {
            scannedTo = read(c, "", List.of(), after, head, most, found);
        } else {
            for (String type : types.get()) {
                // Each type by itself, so that a rare one does not wade through the others.
                scannedTo = Math.min(scannedTo, read(c, "type = ? AND ", List.of(type), after, head, most, found));
            }
        }
        long to = scannedTo;
        found.removeIf(segment -> segment.firstPosition() > to);
        found.sort(Comparator.comparingLong(Segment::firstPosition));
        return new Found(found.stream().map(s -> s.clip(after + 1, to)).toList(), to);
    }

    /** @return up to where nothing can be missing */
    private static long read(
            Connection c, String where, List<Object> parameters, long after, long head, int most, List<Segment> into)
            throws SQLException {
        // The piece that the position may lie within.
        List<Object> bound = new ArrayList<>(parameters);
        bound.add(after);
        Sql.first(
                        c,
                        Segment::of,
                        "SELECT " + Segment.COLUMNS + " FROM feed_segment WHERE " + where
                                + "first_position <= ? ORDER BY first_position DESC LIMIT 1",
                        bound.toArray())
                .filter(segment -> segment.lastPosition() > after)
                .ifPresent(into::add);
        bound.add(head);
        List<Segment> behind = Sql.list(
                c,
                Segment::of,
                "SELECT " + Segment.COLUMNS + " FROM feed_segment WHERE " + where
                        + "first_position > ? AND first_position <= ? ORDER BY first_position LIMIT " + most,
                bound.toArray());
        into.addAll(behind);
        return behind.size() < most
                ? head
                : Math.min(head, behind.get(behind.size() - 1).lastPosition());
    }

    /** The last position of each type, none behind the head. */
    static Map<String, Long> ends(Connection c, long head) throws SQLException {
        Map<String, Long> ends = new HashMap<>();
        for (String type : Sql.list(c, row -> row.getString(1), "SELECT name FROM record_type")) {
            Sql.first(
                            c,
                            Segment::of,
                            "SELECT " + Segment.COLUMNS + " FROM feed_segment WHERE type = ? AND first_position <= ?"
                                    + " ORDER BY type DESC, first_position DESC LIMIT 1",
                            type,
                            head)
                    .ifPresent(segment -> ends.put(type, Math.min(head, segment.lastPosition())));
        }
        return ends;
    }

    /** The last position before everything recorded at or after an instant: 0 when that is all. */
    static long before(Connection c, long recordedAt, long head) throws SQLException {
        // Times never fall along the log, so it can be halved.
        long low = 0;
        long high = head;
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            Optional<Segment> segment = Sql.first(
                    c,
                    Segment::of,
                    "SELECT " + Segment.COLUMNS
                            + " FROM feed_segment WHERE first_position <= ? ORDER BY first_position DESC LIMIT 1",
                    middle);
            if (segment.isPresent() && segment.get().recordedAt() < recordedAt) {
                low = Math.max(middle, Math.min(high, segment.get().lastPosition()));
            } else {
                high = segment.map(s -> s.firstPosition() - 1).orElse(0L);
            }
        }
        return low;
    }

    /** The pieces in which versions stand; those only in the history are left out. */
    static Map<Long, Segment> of(Connection c, Collection<Long> vids) throws SQLException {
        Map<Long, List<Segment>> byBatch = new HashMap<>();
        List<Long> batches =
                vids.stream().map(vid -> vid >> ORDINAL_BITS).distinct().toList();
        if (!batches.isEmpty()) {
            Sql.list(
                    c,
                    row -> {
                        Segment segment = Segment.of(row);
                        byBatch.computeIfAbsent(segment.firstVid() >> ORDINAL_BITS, b -> new ArrayList<>())
                                .add(segment);
                        return segment;
                    },
                    "SELECT " + Segment.COLUMNS + " FROM feed_segment WHERE batch = ANY(?)",
                    batches);
        }
        Map<Long, Segment> found = new HashMap<>();
        for (Long vid : vids) {
            byBatch.getOrDefault(vid >> ORDINAL_BITS, List.of()).stream()
                    .filter(segment -> segment.has(vid))
                    .findFirst()
                    .ifPresent(segment -> found.put(vid, segment));
        }
        return found;
    }
}
