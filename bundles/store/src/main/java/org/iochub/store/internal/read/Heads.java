package org.iochub.store.internal.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iochub.core.log.FeedHead;
import org.iochub.model.FaultException;
import org.iochub.store.internal.jdbc.Sql;

/** Where the log stands, as the tables say. */
final class Heads {
    private Heads() {}

    static FeedHead read(Connection c) throws SQLException {
        Map<String, Long> cuts = new HashMap<>();
        Map<String, Long> epochs = new HashMap<>();
        // The cuts first: a position must never look older than the cut that was read with it.
        Sql.list(c, row -> cuts.put(row.getString(1), row.getLong(2)), "SELECT type, oldest FROM feed_cut");
        Sql.list(c, row -> epochs.put(row.getString(1), row.getLong(2)), "SELECT epoch, last_position FROM feed_epoch");
        return Sql.first(
                        c,
                        row -> new FeedHead(
                                row.getString(1),
                                row.getLong(2),
                                cuts.values().stream().reduce(row.getLong(3), Math::max),
                                cuts,
                                epochs),
                        "SELECT epoch, position, oldest FROM feed_head WHERE one = 1")
                .orElseThrow();
    }

    /**
     * Versions are removed only after the cut that covers them is committed: who asks after it has read was not given a gap.
     *
     * @throws FaultException {@code cursor-gone}
     */
    static void requireKept(Connection c, Optional<Set<String>> types, long after) throws SQLException {
        Optional<Long> oldest = types.isEmpty()
                ? Sql.first(c, row -> row.getLong(1), "SELECT COALESCE(MAX(oldest), 1) FROM feed_cut")
                : Sql.first(
                        c,
                        row -> row.getLong(1),
                        "SELECT COALESCE(MAX(oldest), 1) FROM feed_cut WHERE type = ANY(?)",
                        types.get());
        if (after + 1 < oldest.orElse(1L)) {
            throw FaultException.of(
                    "cursor-gone",
                    "",
                    "Nhật ký chỉ còn từ vị trí " + oldest.get() + "; hãy đọc lại trạng thái hiện tại rồi theo tiếp.",
                    "The log is kept from position " + oldest.get()
                            + " only; read the current state again and go on from there.");
        }
    }
}
