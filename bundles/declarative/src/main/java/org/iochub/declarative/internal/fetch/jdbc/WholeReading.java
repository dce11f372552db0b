package org.iochub.declarative.internal.fetch.jdbc;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.iochub.declarative.internal.fetch.inbox.Spool;

/** Everything the query gives, as one message; nothing when it is what it was the last time. */
final class WholeReading implements JdbcInbox.Reading {
    /** What the hub takes as one message. */
    private static final long MOST_BYTES = 1L << 30;

    private final Rows rows;
    private final Clock clock;
    private final Progress from;
    private final AtomicReference<Optional<Progress>> kept;
    private boolean done;

    WholeReading(Rows rows, Clock clock, Progress from, AtomicReference<Optional<Progress>> kept) {
        this.rows = rows;
        this.clock = clock;
        this.from = from;
        this.kept = kept;
    }

    @Override
    public Optional<Chunk> next() throws SQLException, IOException {
        if (done) {
            return Optional.empty();
        }
        done = true;
        Spool spool = new Spool(MOST_BYTES);
        try {
            rows.ask(Map.of());
            long count = rows.write(Long.MAX_VALUE, spool, (row, columns) -> {});
            String digest = spool.finish();
            if (count > 0 && !from.digest().equals(Optional.of(digest))) {
                Progress progress = Progress.whole(digest);
                // Named by its time too: what returns to an earlier state is news.
                return Optional.of(new Chunk(
                        clock.instant() + "/" + digest,
                        "jdbc: " + count,
                        spool,
                        progress,
                        () -> kept.set(Optional.of(progress))));
            }
            spool.close();
            return Optional.empty();
        } catch (SQLException | IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }
}
