package org.iochub.store.internal.quarantine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.quarantine.QuarantineGroup;
import org.iochub.core.quarantine.QuarantineState;
import org.iochub.core.quarantine.Quarantined;
import org.iochub.core.quarantine.Settled;
import org.iochub.model.Fault;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Payload;
import org.iochub.store.internal.jdbc.Sql;

/** Reads the quarantine. */
public final class StoredQuarantine implements Quarantine {
    private static final String COLUMNS =
            "id, source, tenant, stage, type, code, place, text_vi, text_en, message, message_name, raw_position, at,"
                    + " raw_size, raw_hash, raw_kept, excerpt, adapter, adapter_version, state, settled_by, settled_why,"
                    + " settled_at";

    private final Supplier<Database> database;

    public StoredQuarantine(Supplier<Database> database) {
        this.database = database;
    }

    @Override
    public List<Quarantined> page(QuarantineFilter filter, long before, int limit) {
        Where where = Where.of(filter);
        where.and("id < ?", before);
        return database.get()
                .read(c -> Sql.list(
                        c,
                        StoredQuarantine::row,
                        "SELECT " + COLUMNS + " FROM quarantine WHERE " + where.text() + " ORDER BY id DESC LIMIT "
                                + limit,
                        where.values()));
    }

    @Override
    public Optional<Quarantined> get(long id) {
        return database.get()
                .read(c -> Sql.first(
                        c,
                        StoredQuarantine::row,
                        "SELECT " + COLUMNS + " FROM quarantine WHERE waiting = FALSE AND id = ?",
                        id));
    }

    @Override
    public Optional<InputStream> raw(long id) throws IOException {
        if (get(id).filter(Quarantined::rawKept).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SequenceInputStream(new Parts(id)));
    }

    @Override
    public long count(QuarantineFilter filter) {
        Where where = Where.of(filter);
        return database.get()
                .read(c -> Sql.first(
                                c,
                                row -> row.getLong(1),
                                "SELECT COUNT(*) FROM quarantine WHERE " + where.text(),
                                where.values())
                        .orElseThrow());
    }

    @Override
    public long waitingPatches(String source) {
        return database.get()
                .read(c -> Sql.first(
                                c,
                                row -> row.getLong(1),
                                "SELECT COUNT(*) FROM orphan_patch o JOIN quarantine q ON q.id = o.id WHERE q.source = ?",
                                source)
                        .orElseThrow());
    }

    private static Quarantined row(ResultSet r) throws SQLException {
        return new Quarantined(
                r.getLong(1),
                r.getString(2),
                r.getString(3),
                r.getString(4),
                Optional.ofNullable(r.getString(5)),
                Fault.of(r.getString(6), r.getString(7), r.getString(8), r.getString(9)),
                r.getString(10),
                r.getString(11),
                r.getString(12),
                Sql.utc(r.getLong(13)),
                r.getLong(14),
                r.getString(15),
                r.getBoolean(16),
                r.getString(17),
                r.getString(18),
                r.getString(19),
                QuarantineState.of(r.getString(20)),
                settled(r));
    }

    private static Optional<Settled> settled(ResultSet r) throws SQLException {
        String by = r.getString(21);
        return by == null ? Optional.empty() : Optional.of(new Settled(by, r.getString(22), Sql.utc(r.getLong(23))));
    }

    @Override
    public List<QuarantineGroup> groups(QuarantineFilter filter, int limit) {
        Where where = Where.of(filter);
        record Counted(String source, String stage, String reason, long count, long first, long last, long newest) {}
        return database.get().read(c -> {
            List<Counted> counted = Sql.list(
                    c,
                    r -> new Counted(
                            r.getString(1),
                            r.getString(2),
                            r.getString(3),
                            r.getLong(4),
                            r.getLong(5),
                            r.getLong(6),
                            r.getLong(7)),
                    "SELECT source, stage, code, COUNT(*), MIN(at), MAX(at), MAX(id) FROM quarantine WHERE "
                            + where.text()
                            + " GROUP BY source, stage, code ORDER BY 4 DESC, 7 DESC LIMIT " + limit,
                    where.values());
            Map<Long, Quarantined> examples = new HashMap<>();
            Sql.list(
                    c,
                    r -> examples.put(r.getLong(1), row(r)),
                    "SELECT " + COLUMNS + " FROM quarantine WHERE id = ANY(?)",
                    counted.stream().map(Counted::newest).toList());
            return counted.stream()
                    .map(g -> new QuarantineGroup(
                            g.source(),
                            g.stage(),
                            g.reason(),
                            g.count(),
                            Sql.utc(g.first()),
                            Sql.utc(g.last()),
                            examples.get(g.newest())))
                    .toList();
        });
    }

    /** A raw form's parts, one query each, so that only one is in memory. */
    private final class Parts implements Enumeration<InputStream> {
        private final long id;
        private int number;
        private Optional<byte[]> next;

        Parts(long id) {
            this.id = id;
            this.next = read();
        }

        private Optional<byte[]> read() {
            return database.get()
                    .read(c -> Sql.first(
                            c,
                            row -> row.getBytes(1),
                            "SELECT content FROM quarantine_raw WHERE id = ? AND part = ?",
                            id,
                            number));
        }

        @Override
        public boolean hasMoreElements() {
            return next.isPresent();
        }

        @Override
        public InputStream nextElement() {
            byte[] part = next.orElseThrow(NoSuchElementException::new);
            number++;
            next = read();
            return new ByteArrayInputStream(Payload.inflate(part));
        }
    }
}
