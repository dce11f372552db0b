package org.iochub.store.internal.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.iochub.core.records.MessageRecords;
import org.iochub.core.records.StoredVersion;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Dictionary;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.jdbc.Texts;
import org.iochub.store.internal.write.ErasedMessages;

/** Finds a message's versions by the batches that wrote them: runs of the table's key, so that it needs no index. */
public final class StoredMessageRecords implements MessageRecords {
    /** As in the writer: a version's number begins with its batch's. */
    private static final int ORDINAL_BITS = 20;

    private final Supplier<Database> database;
    private final Dictionary dictionary;

    public StoredMessageRecords(Supplier<Database> database, Dictionary dictionary) {
        this.database = database;
        this.dictionary = dictionary;
    }

    @Override
    public List<StoredVersion> of(String source, String message, Optional<String> after, int limit) {
        Optional<Long> last = number(after);
        if (after.isPresent() && last.isEmpty()) {
            return List.of();
        }
        return database.get().read(c -> {
            List<Long> arrivals = Sql.list(
                    c,
                    row -> row.getLong(1),
                    "SELECT o.no FROM origin o JOIN sender s ON s.no = o.sender"
                            + " WHERE s.source = ? AND o.message_key = ? ORDER BY o.no",
                    source,
                    Texts.indexed(message));
            List<VersionRows.FullRow> rows = new ArrayList<>();
            for (long arrival : arrivals) {
                for (long batch : batches(c, arrival)) {
                    rows(c, arrival, batch, last.orElse(0L), limit - rows.size(), rows);
                }
            }
            return versions(c, rows);
        });
    }

    private static Optional<Long> number(Optional<String> text) {
        try {
            return text.map(Long::valueOf);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static List<Long> batches(Connection c, long origin) throws SQLException {
        List<Long> batches = new ArrayList<>(List.of(origin >> ORDINAL_BITS));
        batches.addAll(Sql.list(
                c, row -> row.getLong(1), "SELECT batch FROM origin_batch WHERE origin = ? ORDER BY batch", origin));
        return batches;
    }

    private static void rows(
            Connection c, long origin, long batch, long after, int limit, List<VersionRows.FullRow> into)
            throws SQLException {
        long first = Math.max(batch << ORDINAL_BITS, after + 1);
        long end = batch + 1 << ORDINAL_BITS;
        if (limit > 0 && first < end) {
            into.addAll(Sql.list(
                    c,
                    VersionRows::fullRow,
                    "SELECT " + VersionRows.COLUMNS + VersionRows.MORE
                            + " FROM version v JOIN origin o ON o.no = v.origin"
                            + " WHERE v.vid >= ? AND v.vid < ? AND v.origin = ? ORDER BY v.vid LIMIT " + limit,
                    first,
                    end,
                    origin));
        }
    }

    private List<StoredVersion> versions(Connection c, List<VersionRows.FullRow> rows) throws SQLException {
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
        return versions;
    }
}
