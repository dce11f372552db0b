package org.iochub.store.internal.read;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A piece of the log: versions of one type that were committed together.
 *
 * @param recordedAt microseconds
 */
record Segment(long firstPosition, long firstVid, int length, long recordedAt) {
    static final String COLUMNS = "first_position, first_vid, length, recorded_at";

    static Segment of(ResultSet row) throws SQLException {
        return new Segment(row.getLong(1), row.getLong(2), row.getInt(3), row.getLong(4));
    }

    long lastPosition() {
        return firstPosition + length - 1;
    }

    boolean has(long vid) {
        return vid >= firstVid && vid < firstVid + length;
    }

    long position(long vid) {
        return firstPosition + (vid - firstVid);
    }

    /** What is left of it between two positions, both included. */
    Segment clip(long from, long to) {
        long first = Math.max(from, firstPosition);
        long last = Math.min(to, lastPosition());
        return new Segment(first, firstVid + (first - firstPosition), (int) (last - first + 1), recordedAt);
    }
}
