package org.iochub.store.internal.quarantine;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iochub.core.store.MessageRef;
import org.iochub.model.Fault;
import org.iochub.store.internal.jdbc.BulkInsert;
import org.iochub.store.internal.jdbc.Dialect;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.jdbc.Texts;

/** Puts refused records into the quarantine, within the caller's transaction. */
public final class QuarantineWriter {
    /**
     * One refused record.
     *
     * @param waiting it is a patch that may still find its record: nobody sees the row yet
     */
    public record Refusal(
            long id,
            String stage,
            Optional<String> type,
            Fault fault,
            String rawPosition,
            RawSpool.Raw raw,
            boolean waiting) {}

    private record Row(MessageRef message, Refusal refusal, long at) {}

    private static final BulkInsert<Row> ROWS = new BulkInsert<>(
            "quarantine",
            List.of(
                    "id",
                    "source",
                    "tenant",
                    "stage",
                    "type",
                    "code",
                    "place",
                    "text_vi",
                    "text_en",
                    "message",
                    "message_name",
                    "raw_position",
                    "at",
                    "raw_size",
                    "raw_hash",
                    "raw_kept",
                    "excerpt",
                    "adapter",
                    "adapter_version",
                    "waiting",
                    "received_at",
                    "attributes"),
            QuarantineWriter::bind);

    private QuarantineWriter() {}

    /** Ids for so many entries. */
    public static List<Long> ids(Connection c, Dialect dialect, int count) throws SQLException {
        return count == 0 ? List.of() : Sql.list(c, row -> row.getLong(1), dialect.nextValues("quarantine_seq", count));
    }

    /** @param at microseconds */
    public static void write(Connection c, MessageRef message, List<Refusal> refusals, RawSpool spool, long at)
            throws SQLException {
        ROWS.insert(
                c,
                refusals.stream().map(refusal -> new Row(message, refusal, at)).toList());
        try (PreparedStatement statement =
                c.prepareStatement("INSERT INTO quarantine_raw (id, part, content) VALUES (?, ?, ?)")) {
            for (Refusal refusal : refusals) {
                int number = 0;
                for (RawSpool.Part part : refusal.raw().parts()) {
                    statement.setLong(1, refusal.id());
                    statement.setInt(2, number++);
                    statement.setBytes(3, spool.bytes(part));
                    statement.executeUpdate();
                }
            }
        } catch (IOException e) {
            throw new SQLException("a raw form could not be read back from its temporary file", "58030", e);
        }
    }

    /**
     * Takes out of the list what the quarantine has from another message already: a source that is read with an overlap
     * sends the same broken record again and again.
     *
     * @return how many
     */
    public static int leaveOutKnown(Connection c, MessageRef message, List<Refusal> refusals) throws SQLException {
        return leaveOut(c, message, Texts.indexed(message.id()), refusals);
    }

    /** The same for records refused within a message that is replayed: also what the same message brought is known. */
    public static int leaveOutReplayed(Connection c, MessageRef message, List<Refusal> refusals) throws SQLException {
        return leaveOut(c, message, "", refusals);
    }

    private static int leaveOut(Connection c, MessageRef message, String except, List<Refusal> refusals)
            throws SQLException {
        List<String> hashes = refusals.stream()
                .filter(refusal -> !refusal.waiting && !refusal.raw.hash().isEmpty())
                .map(refusal -> refusal.raw.hash())
                .distinct()
                .toList();
        if (hashes.isEmpty()) {
            return 0;
        }
        Set<String> known = new HashSet<>(Sql.list(
                c,
                row -> row.getString(1) + row.getString(2),
                // What went through and is refused anew is news: an adapter that took it does not take it any more.
                "SELECT raw_hash, code FROM quarantine WHERE source = ? AND raw_hash = ANY(?) AND message <> ?"
                        + " AND NOT waiting AND state <> 'replayed'",
                message.source(),
                hashes,
                except));
        int before = refusals.size();
        refusals.removeIf(refusal ->
                !refusal.waiting && known.contains(refusal.raw.hash() + Texts.clean(refusal.fault.code(), 200)));
        return before - refusals.size();
    }

    /** Forgets what an earlier, unfinished attempt at a message left here. */
    public static void forget(Connection c, String source, String message) throws SQLException {
        String ids = "(SELECT id FROM quarantine WHERE source = ? AND message = ?)";
        String key = Texts.indexed(message);
        Sql.update(c, "DELETE FROM quarantine_raw WHERE id IN " + ids, source, key);
        Sql.update(c, "DELETE FROM quarantine_mend WHERE entry IN " + ids, source, key);
        Sql.update(c, "DELETE FROM orphan_patch WHERE id IN " + ids, source, key);
        Sql.update(c, "DELETE FROM quarantine WHERE source = ? AND message = ?", source, key);
    }

    /** Takes an entry out: its patch has found its record. */
    public static void remove(Connection c, long id) throws SQLException {
        Sql.update(c, "DELETE FROM quarantine_raw WHERE id = ?", id);
        Sql.update(c, "DELETE FROM quarantine_mend WHERE entry = ?", id);
        Sql.update(c, "DELETE FROM quarantine WHERE id = ?", id);
    }

    private static void bind(PreparedStatement s, int first, Row row) throws SQLException {
        Refusal refusal = row.refusal;
        MessageRef m = row.message;
        Fault fault = refusal.fault;
        s.setLong(first, refusal.id);
        s.setString(first + 1, m.source());
        s.setString(first + 2, m.tenant());
        s.setString(first + 3, refusal.stage);
        s.setString(first + 4, refusal.type.orElse(null));
        s.setString(first + 5, Texts.clean(fault.code(), 200));
        s.setString(first + 6, Texts.clean(fault.where(), 2_000));
        s.setString(first + 7, Texts.clean(fault.message().vi(), 8_000));
        s.setString(first + 8, Texts.clean(fault.message().en(), 8_000));
        s.setString(first + 9, Texts.indexed(m.id()));
        s.setString(first + 10, Texts.clean(m.name(), 4_000));
        s.setString(first + 11, Texts.clean(refusal.rawPosition, 4_000));
        s.setLong(first + 12, row.at);
        s.setLong(first + 13, refusal.raw.size());
        s.setString(first + 14, refusal.raw.hash());
        s.setBoolean(first + 15, refusal.raw.kept());
        s.setString(first + 16, refusal.raw.excerpt());
        s.setString(first + 17, Texts.clean(m.adapter(), 200));
        s.setString(first + 18, Texts.clean(m.adapterVersion(), 200));
        s.setBoolean(first + 19, refusal.waiting);
        s.setLong(first + 20, Sql.micros(m.receivedAt().toInstant()));
        s.setString(first + 21, m.sensitive() ? null : Attributes.write(m.attributes()));
    }
}
