package org.iochub.store.internal.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.iochub.core.audit.AuditCheck;
import org.iochub.core.audit.AuditEntry;
import org.iochub.core.audit.AuditEvent;
import org.iochub.core.audit.AuditFilter;
import org.iochub.core.audit.AuditLog;
import org.iochub.store.internal.jdbc.BulkInsert;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.jdbc.Texts;
import org.iochub.store.internal.write.Job;
import org.iochub.store.internal.write.WriteLane;

/** The audit trail in its table; the row of {@code audit_start} is the lock that orders the writers. */
public final class StoredAudit implements AuditLog {
    private static final int MOST_TEXT = 4_000;
    private static final int PAGE = 5_000;
    /** Entries forgotten at a time. */
    private static final int STEP = 2_000;

    private static final String COLUMNS = "no, at, actor, name, action, target, detail, hash";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

    private static final BulkInsert<Chain.Row> INSERT = new BulkInsert<>(
            "audit",
            List.of("no", "at", "actor", "name", "action", "target", "detail", "hash"),
            (statement, first, row) -> {
                statement.setLong(first, row.no());
                statement.setLong(first + 1, row.at());
                statement.setString(first + 2, row.actor());
                statement.setString(first + 3, row.name());
                statement.setString(first + 4, row.action());
                statement.setString(first + 5, row.target());
                statement.setString(first + 6, row.detail());
                statement.setString(first + 7, row.hash());
            });

    private final Supplier<Database> database;
    private final WriteLane lane;
    private final Clock clock;

    public StoredAudit(Supplier<Database> database, WriteLane lane, Clock clock) {
        this.database = database;
        this.lane = lane;
        this.clock = clock;
    }

    private record Head(long no, String hash) {}

    @Override
    public void append(List<AuditEvent> events) {
        if (!events.isEmpty()) {
            lane.call("", context -> new Job.Done<>(context.database().transaction(c -> write(c, events)), 0));
        }
    }

    private Integer write(Connection c, List<AuditEvent> events) throws SQLException {
        Head start = start(c, " FOR UPDATE");
        Head head = Sql.first(
                        c,
                        row -> new Head(row.getLong(1), row.getString(2)),
                        "SELECT no, hash FROM audit ORDER BY no DESC LIMIT 1")
                .orElse(start);
        long at = Sql.micros(clock.instant());
        List<Chain.Row> rows = new ArrayList<>();
        for (AuditEvent event : events) {
            Chain.Row row = new Chain.Row(
                    head.no() + 1,
                    at,
                    Texts.clean(event.actor(), 200),
                    Texts.clean(event.name(), 500),
                    Texts.clean(event.action(), 100),
                    Texts.clean(event.target(), 500),
                    detail(event.detail()),
                    "");
            head = new Head(row.no(), Chain.hash(head.hash(), row));
            rows.add(new Chain.Row(
                    row.no(),
                    row.at(),
                    row.actor(),
                    row.name(),
                    row.action(),
                    row.target(),
                    row.detail(),
                    head.hash()));
        }
        INSERT.insert(c, rows);
        return rows.size();
    }

    private static Head start(Connection c, String lock) throws SQLException {
        return Sql.first(
                        c,
                        row -> new Head(row.getLong(1), row.getString(2)),
                        "SELECT no, hash FROM audit_start WHERE one = 1" + lock)
                .orElseThrow();
    }

    private static String detail(Map<String, String> detail) {
        try {
            Map<String, String> clean = new java.util.TreeMap<>();
            detail.forEach((name, value) -> clean.put(Texts.clean(name, 100), Texts.clean(value, MOST_TEXT)));
            return JSON.writeValueAsString(clean);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts always have a JSON form", e);
        }
    }

    @Override
    public List<AuditEntry> list(AuditFilter filter, long before, int limit) {
        StringBuilder where = new StringBuilder("no < ?");
        List<Object> parameters = new ArrayList<>(List.of(before));
        filter.actor().ifPresent(actor -> and(where, parameters, "actor = ?", actor));
        filter.action().ifPresent(action -> and(where, parameters, "action = ?", action));
        filter.target().ifPresent(target -> and(where, parameters, "target = ?", target));
        filter.since().ifPresent(since -> and(where, parameters, "at >= ?", Sql.micros(since)));
        filter.until().ifPresent(until -> and(where, parameters, "at < ?", Sql.micros(until)));
        return database.get()
                .read(c -> Sql.list(
                        c,
                        StoredAudit::entry,
                        "SELECT " + COLUMNS + " FROM audit WHERE " + where + " ORDER BY no DESC LIMIT " + limit,
                        parameters.toArray()));
    }

    private static void and(StringBuilder where, List<Object> parameters, String condition, Object value) {
        where.append(" AND ").append(condition);
        parameters.add(value);
    }

    @Override
    public AuditCheck verify() {
        return database.get().read(c -> {
            Head start = start(c, "");
            Head at = start;
            while (true) {
                List<Chain.Row> page = Sql.list(
                        c,
                        StoredAudit::row,
                        "SELECT " + COLUMNS + " FROM audit WHERE no > ? ORDER BY no LIMIT " + PAGE,
                        at.no());
                for (Chain.Row row : page) {
                    boolean next = row.no() == at.no() + 1;
                    if (!next || !row.hash().equals(Chain.hash(at.hash(), row))) {
                        return new AuditCheck(start.no() + 1, at.no(), at.hash(), OptionalLong.of(at.no() + 1));
                    }
                    at = new Head(row.no(), row.hash());
                }
                if (page.size() < PAGE) {
                    return new AuditCheck(start.no() + 1, at.no(), at.hash(), OptionalLong.empty());
                }
            }
        });
    }

    /** Queues a step of forgetting; nobody waits for it. */
    public void startForgetting(Duration kept) {
        Instant before = clock.instant().minus(kept);
        lane.start(context -> new Job.Done<>(context.database().transaction(c -> forget(c, before)), 0));
    }

    /**
     * Forgets what was written before an instant, a step at a time; what is kept still verifies.
     *
     * @return how many entries were forgotten; there may be more when it is not 0
     */
    public int forget(Instant before) {
        return lane.call("", context -> new Job.Done<>(context.database().transaction(c -> forget(c, before)), 0));
    }

    private static Integer forget(Connection c, Instant before) throws SQLException {
        Head start = start(c, " FOR UPDATE");
        List<Head> old = Sql.list(
                c,
                row -> new Head(row.getLong(1), row.getString(2)),
                "SELECT no, hash FROM audit WHERE no <= ? AND at < ? ORDER BY no",
                start.no() + STEP,
                Sql.micros(before));
        if (old.isEmpty()) {
            return 0;
        }
        Head last = old.get(old.size() - 1);
        Sql.update(c, "DELETE FROM audit WHERE no <= ?", last.no());
        Sql.update(c, "UPDATE audit_start SET no = ?, hash = ? WHERE one = 1", last.no(), last.hash());
        return old.size();
    }

    private static Chain.Row row(ResultSet r) throws SQLException {
        return new Chain.Row(
                r.getLong(1),
                r.getLong(2),
                r.getString(3),
                r.getString(4),
                r.getString(5),
                r.getString(6),
                r.getString(7),
                r.getString(8));
    }

    private static AuditEntry entry(ResultSet r) throws SQLException {
        Chain.Row row = row(r);
        return new AuditEntry(
                row.no(),
                Sql.instant(row.at()),
                new AuditEvent(row.actor(), row.name(), row.action(), row.target(), detail(row.detail())),
                row.hash());
    }

    private static Map<String, String> detail(String json) {
        try {
            return JSON.readValue(json, DETAIL);
        } catch (JsonProcessingException e) {
            // Somebody changed it by hand: verify says so, and it can still be read.
            return Map.of("unreadable", json);
        }
    }
}
