package org.iochub.store.internal.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.core.erasure.ErasedMessage;
import org.iochub.core.records.StoredVersion;
import org.iochub.model.Fault;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.jdbc.Texts;

/** The raw messages that are to be removed, or were. */
public final class ErasedMessages {
    private ErasedMessages() {}

    /** Within the transaction that erases; the writer's, so that numbers grow one by one. */
    static ErasedMessage add(Connection c, String source, String message, Instant at) throws SQLException {
        long number = Sql.first(c, row -> row.getLong(1), "SELECT COALESCE(MAX(no), 0) + 1 FROM erased_message")
                .orElseThrow();
        Sql.update(
                c, "DELETE FROM erased_message WHERE source = ? AND message_key = ?", source, Texts.indexed(message));
        Sql.update(
                c,
                "INSERT INTO erased_message (no, source, message_key, message, asked) VALUES (?, ?, ?, ?, ?)",
                number,
                source,
                Texts.indexed(message),
                Texts.clean(message, Integer.MAX_VALUE),
                Sql.micros(at));
        return new ErasedMessage(number, source, message, at);
    }

    static List<ErasedMessage> after(Connection c, long number, int limit) throws SQLException {
        return Sql.list(
                c,
                row -> new ErasedMessage(
                        row.getLong(1), row.getString(2), row.getString(3), Sql.instant(row.getLong(4))),
                "SELECT no, source, message, asked FROM erased_message WHERE no > ? ORDER BY no LIMIT " + limit,
                number);
    }

    static Optional<Instant> erased(Connection c, String source, String message) throws SQLException {
        return Sql.first(
                c,
                row -> Sql.instant(row.getLong(1)),
                "SELECT asked FROM erased_message WHERE source = ? AND message_key = ?",
                source,
                Texts.indexed(message));
    }

    /** Says on a version that the message it came with is gone, for another record's sake. */
    public static StoredVersion noted(Connection c, StoredVersion version) throws SQLException {
        Optional<Instant> at = erased(c, version.record().source(), version.message())
                .filter(asked -> version.receivedAt()
                        .map(came -> !came.toInstant().isAfter(asked))
                        .orElse(true));
        if (at.isEmpty()) {
            return version;
        }
        List<Fault> notes = new ArrayList<>(version.notes());
        notes.add(Fault.of(
                "raw-erased",
                "",
                "Bản gốc của phiên bản này đã bị xóa hẳn lúc " + at.get() + " theo lệnh xóa dữ liệu một bản ghi.",
                "The raw message of this version was erased at " + at.get() + ", when a record was erased on demand."));
        return version.withNotes(notes);
    }
}
