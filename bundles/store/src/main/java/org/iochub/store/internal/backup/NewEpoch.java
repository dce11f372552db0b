package org.iochub.store.internal.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.iochub.store.internal.jdbc.Sql;

/**
 * A restored log goes on under a new name, and keeps its former ones with the position up to which each is the same: cursors
 * of what was restored stay valid, those of what is lost do not.
 */
final class NewEpoch {
    /** Numbers of batches given out before a restore and lost by it must not be given out again. */
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

    private static final int BATCHES_PER_SECOND = 4_096;

    private NewEpoch() {}

    /** @return the new name */
    static String begin(Connection c, Instant now) throws SQLException {
        record Head(String epoch, long position) {}
        Head head = Sql.first(
                        c,
                        row -> new Head(row.getString(1), row.getLong(2)),
                        "SELECT epoch, position FROM feed_head WHERE one = 1")
                .orElseThrow();
        String fresh = UUID.randomUUID().toString();
        Sql.update(
                c, "UPDATE feed_epoch SET last_position = ? WHERE last_position > ?", head.position(), head.position());
        Sql.update(
                c,
                "INSERT INTO feed_epoch (epoch, last_position, ended_at) VALUES (?, ?, ?)",
                head.epoch(),
                head.position(),
                Sql.micros(now));
        Sql.update(c, "UPDATE feed_head SET epoch = ? WHERE one = 1", fresh);
        c.commit();
        return fresh;
    }

    /** More than any hub can have used up by now, so that a version's id stays its own over all restores. */
    static long batchAfter(long used, Instant now) {
        long bySeconds = (now.getEpochSecond() - START.getEpochSecond()) * BATCHES_PER_SECOND;
        return Math.max(used, bySeconds);
    }
}
