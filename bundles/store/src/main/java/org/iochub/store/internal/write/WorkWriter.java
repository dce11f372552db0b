package org.iochub.store.internal.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.iochub.store.internal.current.CurrentRecords;
import org.iochub.store.internal.jdbc.BulkInsert;
import org.iochub.store.internal.jdbc.Dialect;
import org.iochub.store.internal.jdbc.FaultsJson;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.jdbc.Texts;

/**
 * Writes a {@link Work}. First everything that takes time, then, under the lock on the one row {@code feed_head}, only the
 * places in the log: so positions are in commit order and no reader can miss a transaction that commits late.
 */
final class WorkWriter {
    static final int ORDINAL_BITS = 20;

    private static final BulkInsert<NewVersion> VERSIONS = new BulkInsert<>(
            "version",
            List.of(
                    "vid",
                    "previous",
                    "ref",
                    "major",
                    "sender",
                    "area",
                    "previous_area",
                    "time_second",
                    "time_nano",
                    "time_offset",
                    "op",
                    "reason",
                    "version_key",
                    "hash",
                    "late_at",
                    "origin",
                    "raw_position",
                    "notes",
                    "data"),
            WorkWriter::bindVersion);

    private static final BulkInsert<Segment> SEGMENTS = new BulkInsert<>(
            "feed_segment",
            List.of("first_position", "type", "first_vid", "length", "batch", "recorded_at"),
            (statement, first, segment) -> {
                statement.setLong(first, segment.firstPosition);
                statement.setString(first + 1, segment.type);
                statement.setLong(first + 2, segment.firstVid);
                statement.setInt(first + 3, segment.length);
                statement.setLong(first + 4, segment.firstVid >> ORDINAL_BITS);
                statement.setLong(first + 5, segment.recordedAt);
            });

    /** A further batch of a message. */
    private record OriginBatch(long origin, long batch) {}

    private static final BulkInsert<OriginBatch> ORIGIN_BATCHES =
            new BulkInsert<>("origin_batch", List.of("origin", "batch"), (statement, first, row) -> {
                statement.setLong(first, row.origin());
                statement.setLong(first + 1, row.batch());
            });

    private final Dialect dialect;
    private final CurrentRecords current;
    private final Clock clock;

    WorkWriter(Context context) {
        this.dialect = context.database().dialect();
        this.current = context.current();
        this.clock = context.clock();
    }

    /** A number for a transaction, greater than that of every earlier one of this node. */
    long batch(Connection c) throws SQLException {
        return Sql.first(c, row -> row.getLong(1), dialect.nextValues("batch_seq", 1))
                .orElseThrow();
    }

    /**
     * Writes all but the commit, which must follow at once.
     *
     * @return the last position taken; 0 for none
     */
    long write(Connection c, Work work) throws SQLException {
        long now = Sql.micros(clock.instant());
        VERSIONS.insert(c, work.feed);
        insertLate(c, work, now);
        records(c, work);
        return work.feed.isEmpty() ? 0 : log(c, work.feed, now);
    }

    /** Gives every version its number; comes first. */
    void number(Connection c, Work work, long first) throws SQLException {
        // Stable: a record's versions stay in the order in which they came.
        work.feed.sort(Comparator.comparing(version -> version.state.type()));
        long vid = first << ORDINAL_BITS;
        long end = first + 1 << ORDINAL_BITS;
        for (List<NewVersion> versions : List.of(work.feed, work.late)) {
            for (NewVersion version : versions) {
                if (vid == end) {
                    long more = batch(c);
                    vid = more << ORDINAL_BITS;
                    end = more + 1 << ORDINAL_BITS;
                }
                version.vid = vid++;
                version.previous = version.state.lastVid;
                version.state.lastVid = version.vid;
            }
        }
        for (NewVersion version : work.feed) {
            version.state.vid = version.state.head.vid;
        }
    }

    /** Adds the messages that brought something, once they have a number to go by. */
    void origins(Connection c, Work work) throws SQLException {
        Set<OriginBatch> more = new LinkedHashSet<>();
        for (List<NewVersion> versions : List.of(work.feed, work.late)) {
            for (NewVersion version : versions) {
                Origin origin = version.origin;
                if (origin.no == 0) {
                    // A vid is a number that nothing else has.
                    origin.no = version.vid;
                    insert(c, origin, version.sender);
                }
                long batch = version.vid >> ORDINAL_BITS;
                if (batch != origin.no >> ORDINAL_BITS) {
                    more.add(new OriginBatch(origin.no, batch));
                }
            }
        }
        ORIGIN_BATCHES.insert(c, List.copyOf(more));
    }

    private static void insert(Connection c, Origin origin, int sender) throws SQLException {
        Sql.update(
                c,
                "INSERT INTO origin (no, message, name, received_at, adapter, adapter_version, sender, message_key,"
                        + " checkpoint) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                origin.no,
                Texts.clean(origin.message, 4_000),
                Texts.clean(origin.name, 4_000),
                origin.receivedAt,
                Texts.clean(origin.adapter, 200),
                Texts.clean(origin.adapterVersion, 200),
                sender,
                Texts.indexed(origin.message),
                origin.checkpoint);
    }

    private static void insertLate(Connection c, Work work, long now) throws SQLException {
        for (NewVersion version : work.late) {
            version.lateAt = now;
        }
        VERSIONS.insert(c, work.late);
    }

    private void records(Connection c, Work work) throws SQLException {
        List<CurrentRecords.Placed> fresh = new ArrayList<>();
        List<CurrentRecords.Placed> changed = new ArrayList<>();
        for (NewVersion version : work.feed) {
            RecordState state = version.state;
            if (state.head == version && !state.stored) {
                fresh.add(state.placed());
            }
        }
        for (RecordState state : work.states.values()) {
            if (state.stored && state.dirty) {
                changed.add(state.placed());
            }
        }
        current.write(c, fresh, changed);
    }

    /** Takes the lock that orders the transactions and gives the versions their places. */
    private static long log(Connection c, List<NewVersion> feed, long now) throws SQLException {
        long[] head = Sql.first(
                        c,
                        row -> new long[] {row.getLong(1), row.getLong(2)},
                        "SELECT position, recorded_at FROM feed_head WHERE one = 1 FOR UPDATE")
                .orElseThrow();
        long position = head[0];
        long recordedAt = Math.max(now, head[1]);
        List<Segment> segments = new ArrayList<>();
        Segment open = null;
        for (NewVersion version : feed) {
            String type = version.state.type();
            if (open == null || !open.type.equals(type) || version.vid != open.firstVid + open.length) {
                open = new Segment(position + 1, type, version.vid, recordedAt);
                segments.add(open);
            }
            open.length++;
            position++;
        }
        SEGMENTS.insert(c, segments);
        Sql.update(c, "UPDATE feed_head SET position = ?, recorded_at = ? WHERE one = 1", position, recordedAt);
        return position;
    }

    private static void bindVersion(PreparedStatement s, int first, NewVersion v) throws SQLException {
        s.setLong(first, v.vid);
        Sql.setLong(s, first + 1, v.previous != 0, v.previous);
        s.setString(first + 2, v.state.ref);
        s.setInt(first + 3, v.major);
        s.setInt(first + 4, v.sender);
        Sql.setNumber(s, first + 5, v.area);
        Sql.setNumber(s, first + 6, v.previousArea);
        s.setLong(first + 7, v.time.toEpochSecond());
        s.setInt(first + 8, v.time.getNano());
        s.setInt(first + 9, v.time.getOffset().getTotalSeconds());
        s.setInt(first + 10, v.op);
        s.setString(first + 11, v.reason);
        Sql.setLong(s, first + 12, v.keyed, v.key);
        s.setBytes(first + 13, v.hash);
        Sql.setLong(s, first + 14, v.late, v.lateAt);
        s.setLong(first + 15, v.origin.no);
        s.setString(first + 16, Texts.clean(v.rawPosition, 4_000));
        s.setString(first + 17, FaultsJson.write(v.notes));
        Sql.setBytes(s, first + 18, v.data);
    }

    private static final class Segment {
        final long firstPosition;
        final String type;
        final long firstVid;
        final long recordedAt;
        int length;

        Segment(long firstPosition, String type, long firstVid, long recordedAt) {
            this.firstPosition = firstPosition;
            this.type = type;
            this.firstVid = firstVid;
            this.recordedAt = recordedAt;
        }
    }
}
