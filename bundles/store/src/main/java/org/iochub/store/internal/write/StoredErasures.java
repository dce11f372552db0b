package org.iochub.store.internal.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.iochub.core.erasure.ErasedMessage;
import org.iochub.core.erasure.ErasureReport;
import org.iochub.core.erasure.ErasureStore;
import org.iochub.core.erasure.Erasures;
import org.iochub.model.RecordId;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.jdbc.Texts;

/** Erases within one transaction: either all of it is gone or nothing is. */
public final class StoredErasures implements ErasureStore {
    private static final int CHUNK = 500;

    private final Supplier<Database> database;
    private final WriteLane lane;

    public StoredErasures(Supplier<Database> database, WriteLane lane) {
        this.database = database;
        this.lane = lane;
    }

    /** Where a version came from. */
    private record Came(String source, String message, String rawPosition) {}

    @Override
    public Optional<ErasureReport> erase(String type, RecordId id) {
        return lane.call("", context -> {
            Optional<ErasureReport> report =
                    context.database().transaction(c -> erase(context, c, type + "/" + id.value()));
            return new Job.Done<>(report, report.map(ErasureReport::position).orElse(0L));
        });
    }

    @Override
    public List<ErasedMessage> after(long number, int limit) {
        return database.get().read(c -> ErasedMessages.after(c, number, limit));
    }

    @Override
    public Optional<Instant> erased(String source, String message) {
        return database.get().read(c -> ErasedMessages.erased(c, source, message));
    }

    private static Optional<ErasureReport> erase(Context context, Connection c, String ref) throws SQLException {
        if (Sql.first(
                        c,
                        row -> row.getInt(1),
                        "SELECT no FROM record_type WHERE name = ?",
                        ref.substring(0, ref.indexOf('/')))
                .isEmpty()) {
            return Optional.empty();
        }
        // What its contents had in common with others' is a digest of them: it goes, too.
        Sql.update(c, "DELETE FROM quality_mark WHERE owner = ?", ref.substring(ref.indexOf('/') + 1));
        Work work = new Work();
        RecordState state = work.state(ref);
        Lookup.states(c, context, List.of(state));
        OffsetDateTime now = context.clock().instant().atOffset(ZoneOffset.UTC);
        Set<Raw> messages = new LinkedHashSet<>(waited(c, ref));
        int patches = patches(c, ref);
        if (!state.exists()) {
            return patches == 0
                    ? Optional.empty()
                    : Optional.of(
                            new ErasureReport(0, patches, 0, 0, note(c, messages, now), ErasureReport.Archived.none()));
        }
        List<Long> versions = versions(c, state.lastVid);
        List<Came> came = came(context, c, versions);
        int quarantined = 0;
        for (Came from : came) {
            quarantined += quarantined(c, from);
        }
        Origin origin = new Origin("erasure-" + UUID.randomUUID(), "", Sql.micros(now.toInstant()), "hub", "1");
        new MergeRules(work, origin, state.sender, Erasures.REASON).erase(state, now);
        WorkWriter writer = new WorkWriter(context);
        writer.number(c, work, writer.batch(c));
        writer.origins(c, work);
        empty(c, versions, origin, now);
        long position = writer.write(c, work);
        came.forEach(from -> messages.add(new Raw(from.source(), from.message())));
        return Optional.of(new ErasureReport(
                versions.size(),
                patches,
                quarantined,
                position,
                note(c, messages, now),
                ErasureReport.Archived.none()));
    }

    /** A message as a whole. */
    private record Raw(String source, String message) {}

    private static List<ErasedMessage> note(Connection c, Set<Raw> messages, OffsetDateTime now) throws SQLException {
        List<ErasedMessage> noted = new ArrayList<>();
        for (Raw raw : messages) {
            noted.add(ErasedMessages.add(c, raw.source(), raw.message(), now.toInstant()));
        }
        noted.sort(Comparator.comparing(ErasedMessage::source).thenComparing(ErasedMessage::message));
        return noted;
    }

    private static List<Raw> waited(Connection c, String ref) throws SQLException {
        return Sql.list(
                c,
                row -> new Raw(row.getString(1), row.getString(2)),
                "SELECT DISTINCT q.source, q.message FROM quarantine q JOIN orphan_patch p ON p.id = q.id WHERE p.ref = ?",
                ref);
    }

    private static List<Long> versions(Connection c, long last) throws SQLException {
        List<Long> versions = new ArrayList<>();
        Optional<Long> at = Optional.of(last);
        while (at.isPresent() && at.get() != 0) {
            long vid = at.get();
            at = Sql.first(c, row -> row.getLong(1), "SELECT previous FROM version WHERE vid = ?", vid);
            if (at.isPresent()) {
                versions.add(vid);
            }
        }
        return versions;
    }

    private static List<Came> came(Context context, Connection c, List<Long> versions) throws SQLException {
        record Row(int sender, String message, String rawPosition) {}
        Set<Row> rows = new LinkedHashSet<>();
        for (List<Long> chunk : Lookup.chunks(versions, CHUNK)) {
            rows.addAll(Sql.list(
                    c,
                    row -> new Row(row.getInt(1), row.getString(2), row.getString(3)),
                    "SELECT v.sender, o.message, v.raw_position FROM version v JOIN origin o ON o.no = v.origin"
                            + " WHERE v.vid = ANY(?) AND (v.reason IS NULL OR v.reason <> '" + Erasures.REASON + "')",
                    chunk));
        }
        List<Came> came = new ArrayList<>();
        for (Row row : rows) {
            came.add(new Came(context.dictionary().source(c, row.sender()), row.message(), row.rawPosition()));
        }
        return came;
    }

    /** What the log says of them from now on: deleted, for the same reason. */
    private static void empty(Connection c, List<Long> versions, Origin origin, OffsetDateTime now)
            throws SQLException {
        for (List<Long> chunk : Lookup.chunks(versions, CHUNK)) {
            Sql.update(
                    c,
                    "UPDATE version SET data = NULL, op = ?, reason = ?, hash = ?, notes = NULL, raw_position = '',"
                            + " version_key = NULL, area = NULL, previous_area = NULL, origin = ?, time_second = ?,"
                            + " time_nano = 0, time_offset = 0 WHERE vid = ANY(?)",
                    NewVersion.DELETE,
                    Erasures.REASON,
                    MergeRules.NOTHING,
                    origin.no,
                    now.toEpochSecond(),
                    chunk);
        }
    }

    private static int patches(Connection c, String ref) throws SQLException {
        List<Long> ids = Sql.list(c, row -> row.getLong(1), "SELECT id FROM orphan_patch WHERE ref = ?", ref);
        if (!ids.isEmpty()) {
            Sql.update(c, "DELETE FROM orphan_patch WHERE id = ANY(?)", ids);
            forget(c, ids);
        }
        return ids.size();
    }

    /** Refused parts of what brought the record: the same place of the same message. */
    private static int quarantined(Connection c, Came from) throws SQLException {
        List<Long> ids = Sql.list(
                c,
                row -> row.getLong(1),
                "SELECT id FROM quarantine WHERE source = ? AND message = ? AND raw_position = ?",
                from.source(),
                Texts.indexed(from.message()),
                from.rawPosition());
        forget(c, ids);
        return ids.size();
    }

    private static void forget(Connection c, List<Long> ids) throws SQLException {
        if (!ids.isEmpty()) {
            Sql.update(c, "DELETE FROM quarantine_raw WHERE id = ANY(?)", ids);
            Sql.update(c, "DELETE FROM quarantine_mend WHERE entry = ANY(?)", ids);
            // What a replay said of it may quote it.
            Sql.update(
                    c,
                    "UPDATE replay_item SET place = NULL, text_vi = NULL, text_en = NULL WHERE entry = ANY(?)"
                            + " AND archive_place IS NULL",
                    ids);
            Sql.update(c, "DELETE FROM quarantine WHERE id = ANY(?)", ids);
        }
    }
}
