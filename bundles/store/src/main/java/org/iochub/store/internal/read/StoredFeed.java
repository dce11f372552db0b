package org.iochub.store.internal.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.FeedHead;
import org.iochub.core.log.FeedLog;
import org.iochub.core.log.FeedSlice;
import org.iochub.core.log.LoggedRecord;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Dialect;
import org.iochub.store.internal.jdbc.Dictionary;
import org.iochub.store.internal.jdbc.Sql;

/** Reads the log, piece by piece, so that memory stays bounded whatever is asked for. */
public final class StoredFeed implements FeedLog {
    /** Pieces looked up at a time. */
    private static final int SEGMENTS = 512;
    /** Rows looked at, without their data, at a time. */
    private static final int LOOK = 2_000;
    /** Positions looked at before an answer is given, found or not: a rare match must not keep a reader waiting. */
    private static final long PATIENCE = 200_000;

    private final Supplier<Database> database;
    private final Dictionary dictionary;
    private final LongSupplier durable;

    /** @param durable what is on disk, for databases in this process */
    public StoredFeed(Supplier<Database> database, Dictionary dictionary, LongSupplier durable) {
        this.database = database;
        this.dictionary = dictionary;
        this.durable = durable;
    }

    @Override
    public FeedHead head() {
        Database db = database.get();
        return db.read(c -> head(c, db.dialect()));
    }

    @Override
    public Map<String, Long> positions() {
        Database db = database.get();
        return db.read(c -> Segments.ends(c, end(c, db.dialect())));
    }

    private long end(Connection c, Dialect dialect) throws SQLException {
        long position = Sql.first(c, row -> row.getLong(1), "SELECT position FROM feed_head WHERE one = 1")
                .orElseThrow();
        return dialect == Dialect.POSTGRESQL ? position : Math.min(position, durable.getAsLong());
    }

    private FeedHead head(Connection c, Dialect dialect) throws SQLException {
        FeedHead head = Heads.read(c);
        // What PostgreSQL shows is on its disk; H2 shows a commit before it is.
        return dialect == Dialect.POSTGRESQL
                ? head
                : new FeedHead(
                        head.epoch(),
                        Math.min(head.position(), durable.getAsLong()),
                        head.oldest(),
                        head.oldestByType(),
                        head.formerEpochs());
    }

    @Override
    public FeedSlice read(FeedFilter filter, long after, int limit, long maxBytes) {
        Database db = database.get();
        return db.read(c -> {
            FeedSlice slice;
            try {
                slice = read(c, end(c, db.dialect()), filter, after, limit, maxBytes);
            } catch (SQLException e) {
                // Versions may have been removed meanwhile, which is no failure of the database.
                Heads.requireKept(c, filter.types(), Math.max(after, 0));
                throw e;
            }
            Heads.requireKept(c, filter.types(), Math.max(after, 0));
            return slice;
        });
    }

    private FeedSlice read(Connection c, long head, FeedFilter filter, long after, int limit, long maxBytes)
            throws SQLException {
        Answer answer = new Answer(limit, maxBytes);
        long at = Math.max(after, 0);
        if (filter.since().isPresent()) {
            at = Math.max(at, Segments.before(c, Sql.micros(filter.since().get().toInstant()), head));
        }
        Restriction restriction = Restriction.of(filter);
        long looked = 0;
        while (at < head && !answer.full() && looked < PATIENCE) {
            Segments.Found found = Segments.next(c, filter.types(), at, head, SEGMENTS);
            for (List<Segment> group : groups(found.segments())) {
                at = read(c, group, restriction, answer);
                looked += group.stream().mapToLong(Segment::length).sum();
                if (answer.full() || looked >= PATIENCE) {
                    break;
                }
            }
            boolean all = found.segments().isEmpty()
                    || at >= found.segments().get(found.segments().size() - 1).lastPosition();
            if (all && !answer.full()) {
                at = found.scannedTo();
            } else if (all && answer.full()) {
                at = Math.max(at, answer.lastPosition());
            }
        }
        at = Math.max(at, Math.max(after, 0));
        return new FeedSlice(answer.records, at, at < head);
    }

    /** Pieces together until they make a good number of rows; a large one alone, in parts. */
    private static List<List<Segment>> groups(List<Segment> segments) {
        List<List<Segment>> groups = new ArrayList<>();
        List<Segment> open = new ArrayList<>();
        int rows = 0;
        for (Segment segment : segments) {
            for (long from = segment.firstPosition(); from <= segment.lastPosition(); from += LOOK) {
                Segment part = segment.clip(from, from + LOOK - 1);
                if (rows + part.length() > LOOK) {
                    groups.add(open);
                    open = new ArrayList<>();
                    rows = 0;
                }
                open.add(part);
                rows += part.length();
            }
        }
        if (!open.isEmpty()) {
            groups.add(open);
        }
        return groups;
    }

    /** @return the position up to which everything was looked at */
    private long read(Connection c, List<Segment> group, Restriction restriction, Answer answer) throws SQLException {
        List<Long> vids = new ArrayList<>();
        Map<Long, Segment> places = new HashMap<>();
        for (Segment segment : group) {
            for (int i = 0; i < segment.length(); i++) {
                vids.add(segment.firstVid() + i);
                places.put(segment.firstVid() + i, segment);
            }
        }
        if (!restriction.none()) {
            vids = passing(c, vids, restriction);
        }
        int from = 0;
        while (from < vids.size() && !answer.full()) {
            List<Long> some = vids.subList(from, Math.min(vids.size(), from + answer.next()));
            from += some.size();
            Map<Long, VersionRows.Row> rows = new HashMap<>();
            Sql.list(
                    c,
                    r -> rows.put(r.getLong(1), VersionRows.row(r)),
                    "SELECT " + VersionRows.COLUMNS + " FROM version v WHERE " + where(some),
                    bound(some));
            for (Long vid : some) {
                if (answer.full()) {
                    break;
                }
                VersionRows.Row row = rows.get(vid);
                if (row == null) {
                    throw new SQLException("the log names a version that is not there: " + vid);
                }
                Segment place = places.get(vid);
                answer.add(row.record(c, dictionary, place.position(vid), place.recordedAt()));
            }
        }
        return answer.full()
                ? answer.lastPosition()
                : group.get(group.size() - 1).lastPosition();
    }

    private List<Long> passing(Connection c, List<Long> vids, Restriction restriction) throws SQLException {
        List<long[]> rows = Sql.list(
                c,
                r -> new long[] {r.getLong(1), r.getInt(2), r.getInt(3), r.getInt(4)},
                "SELECT v.vid, v.sender, v.area, v.previous_area FROM version v WHERE " + where(vids),
                bound(vids));
        Set<Long> passing = new HashSet<>();
        for (long[] row : rows) {
            if (restriction.passes(c, dictionary, (int) row[1], (int) row[2], (int) row[3])) {
                passing.add(row[0]);
            }
        }
        return vids.stream().filter(passing::contains).toList();
    }

    /** A range is quicker than a list, where it is one. */
    private static String where(List<Long> vids) {
        return contiguous(vids) ? "v.vid BETWEEN ? AND ?" : "v.vid = ANY(?)";
    }

    private static Object[] bound(List<Long> vids) {
        return contiguous(vids) ? new Object[] {vids.get(0), vids.get(vids.size() - 1)} : new Object[] {vids};
    }

    private static boolean contiguous(List<Long> vids) {
        return vids.get(vids.size() - 1) - vids.get(0) == vids.size() - 1;
    }

    /** What was found so far, and how much of it fits. */
    private static final class Answer {
        private final int limit;
        private final long maxBytes;
        private final List<LoggedRecord> records = new ArrayList<>();
        private long bytes;

        Answer(int limit, long maxBytes) {
            this.limit = limit;
            this.maxBytes = maxBytes;
        }

        boolean full() {
            return records.size() >= limit || bytes > maxBytes;
        }

        /** How many rows to fetch: a few at first, then as many as their size so far lets hope for. */
        int next() {
            long fit = records.isEmpty() ? 64 : (maxBytes - bytes) / Math.max(1, bytes / records.size()) + 1;
            return (int) Math.max(1, Math.min(Math.min(fit, 500), limit - records.size()));
        }

        void add(LoggedRecord record) {
            records.add(record);
            bytes += record.data().length;
        }

        long lastPosition() {
            return records.get(records.size() - 1).position();
        }
    }
}
