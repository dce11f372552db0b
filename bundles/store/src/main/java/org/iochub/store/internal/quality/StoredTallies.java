package org.iochub.store.internal.quality;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.iochub.api.LogPlace;
import org.iochub.core.quality.DayKey;
import org.iochub.core.quality.DayTally;
import org.iochub.core.quality.Mark;
import org.iochub.core.quality.Refusals;
import org.iochub.core.quality.TallyFilter;
import org.iochub.core.quality.TallyPlace;
import org.iochub.core.quality.TallyStep;
import org.iochub.core.quality.TallyStore;
import org.iochub.model.Fault;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Dialect;
import org.iochub.store.internal.jdbc.FaultsJson;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.write.Job;
import org.iochub.store.internal.write.WriteLane;

/** Tallies in tables: one row for each day, source and type, so that a step writes few. */
public final class StoredTallies implements TallyStore {
    private static final String COLUMNS = "tenant, on_day, source, type, definition, counts, changed";
    /** No counts of its own before everything else is counted anew. */
    private static final String NOTHING = "";

    private final Supplier<Database> database;
    private final WriteLane lane;

    public StoredTallies(Supplier<Database> database, WriteLane lane) {
        this.database = database;
        this.lane = lane;
    }

    @Override
    public Optional<TallyPlace> place(String tenant) {
        return database.get().read(c -> place(c, tenant, ""));
    }

    private static Optional<TallyPlace> place(Connection c, String tenant, String lock) throws SQLException {
        return Sql.first(
                c,
                r -> new TallyPlace(
                        new LogPlace(r.getString(1), r.getLong(2)),
                        r.getString(3),
                        LocalDate.parse(r.getString(4)),
                        r.getLong(5)),
                "SELECT epoch, position, definitions, from_day, step FROM quality_place WHERE tenant = ?" + lock,
                tenant);
    }

    @Override
    public boolean take(String tenant, Optional<TallyPlace> before, TallyPlace after, TallyStep step) {
        return lane.call("", context -> {
            Database db = context.database();
            return new Job.Done<>(db.transaction(c -> take(c, db.dialect(), tenant, before, after, step)), 0);
        });
    }

    private static boolean take(
            Connection c, Dialect dialect, String tenant, Optional<TallyPlace> before, TallyPlace after, TallyStep step)
            throws SQLException {
        if (!place(c, tenant, dialect.forUpdate()).equals(before)) {
            return false;
        }
        Object[] values = {
            after.place().epoch(),
            after.place().position(),
            after.definitions(),
            after.from().toString(),
            after.step(),
            tenant
        };
        if (Sql.update(
                        c,
                        "UPDATE quality_place SET epoch = ?, position = ?, definitions = ?, from_day = ?, step = ?"
                                + " WHERE tenant = ?",
                        values)
                == 0) {
            Sql.update(
                    c,
                    "INSERT INTO quality_place (epoch, position, definitions, from_day, step, tenant)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    values);
        }
        if (step.anew().isPresent()) {
            Sql.update(
                    c,
                    "UPDATE quality_day SET counts = ?, changed = ? WHERE tenant = ? AND on_day >= ?",
                    NOTHING,
                    after.step(),
                    tenant,
                    step.anew().get().toString());
            Sql.update(c, "DELETE FROM quality_mark WHERE tenant = ?", tenant);
        }
        Sql.update(
                c,
                "DELETE FROM quality_mark WHERE tenant = ? AND on_day < ?",
                tenant,
                step.forgetBefore().toString());
        for (DayTally tally : step.tallies()) {
            put(c, tenant, tally);
        }
        for (Mark mark : step.marks()) {
            put(c, tenant, mark);
        }
        return true;
    }

    private static void put(Connection c, String tenant, DayTally tally) throws SQLException {
        DayKey key = tally.key();
        Object[] values = {
            tally.definition(),
            write(tally.counts()),
            tally.changed(),
            tenant,
            key.day().toString(),
            key.source(),
            key.type()
        };
        if (Sql.update(
                        c,
                        "UPDATE quality_day SET definition = ?, counts = ?, changed = ?"
                                + " WHERE tenant = ? AND on_day = ? AND source = ? AND type = ?",
                        values)
                == 0) {
            Sql.update(
                    c,
                    "INSERT INTO quality_day (definition, counts, changed, tenant, on_day, source, type)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    values);
        }
    }

    private static void put(Connection c, String tenant, Mark mark) throws SQLException {
        Mark.Key key = mark.key();
        Object[] values = {mark.day().toString(), mark.owner(), tenant, key.source(), key.type(), key.kind(), key.what()
        };
        if (Sql.update(
                        c,
                        "UPDATE quality_mark SET on_day = ?, owner = ?"
                                + " WHERE tenant = ? AND source = ? AND type = ? AND kind = ? AND what = ?",
                        values)
                == 0) {
            Sql.update(
                    c,
                    "INSERT INTO quality_mark (on_day, owner, tenant, source, type, kind, what)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    values);
        }
    }

    @Override
    public List<DayTally> tallies(TallyFilter filter, Optional<DayTally> after, int limit) {
        StringBuilder where = new StringBuilder("changed > ?");
        List<Object> values = new ArrayList<>(List.of(filter.changedAfter()));
        and(where, values, "tenant = ?", filter.tenant());
        and(where, values, "source = ?", filter.source());
        and(where, values, "type = ?", filter.type());
        and(where, values, "on_day >= ?", filter.from().map(LocalDate::toString));
        and(where, values, "on_day <= ?", filter.to().map(LocalDate::toString));
        after.ifPresent(last -> {
            String day = last.key().day().toString();
            where.append(" AND (on_day < ? OR on_day = ? AND (tenant > ? OR tenant = ? AND (source > ?"
                    + " OR source = ? AND type > ?)))");
            values.addAll(List.of(
                    day,
                    day,
                    last.tenant(),
                    last.tenant(),
                    last.key().source(),
                    last.key().source(),
                    last.key().type()));
        });
        return database.get()
                .read(c -> Sql.list(
                        c,
                        StoredTallies::tally,
                        "SELECT " + COLUMNS + " FROM quality_day WHERE " + where
                                + " ORDER BY on_day DESC, tenant, source, type LIMIT " + limit,
                        values.toArray()));
    }

    private static void and(StringBuilder where, List<Object> values, String condition, Optional<String> value) {
        value.ifPresent(v -> {
            where.append(" AND ").append(condition);
            values.add(v);
        });
    }

    private static DayTally tally(ResultSet r) throws SQLException {
        return new DayTally(
                r.getString(1),
                new DayKey(LocalDate.parse(r.getString(2)), r.getString(3), r.getString(4)),
                r.getString(5),
                read(r.getString(6)),
                r.getLong(7));
    }

    private static String write(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Map<String, Long> read(String text) {
        Map<String, Long> counts = new HashMap<>();
        for (String one : text.isEmpty() ? new String[0] : text.split(" ")) {
            int at = one.indexOf('=');
            counts.put(one.substring(0, at), Long.valueOf(one.substring(at + 1)));
        }
        return counts;
    }

    @Override
    public Map<Mark.Key, Mark> marks(String tenant, Collection<Mark.Key> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        // By kind of mark, which are few, so that each is one look at the table's key.
        record Group(String source, String type, String kind) {}
        Map<Group, Set<String>> groups = keys.stream()
                .collect(Collectors.groupingBy(
                        key -> new Group(key.source(), key.type(), key.kind()),
                        Collectors.mapping(Mark.Key::what, Collectors.toCollection(HashSet::new))));
        return database.get().read(c -> {
            Map<Mark.Key, Mark> found = new HashMap<>();
            for (var group : groups.entrySet()) {
                Group of = group.getKey();
                Sql.list(
                                c,
                                r -> new Mark(
                                        new Mark.Key(of.source(), of.type(), of.kind(), r.getString(1)),
                                        LocalDate.parse(r.getString(2)),
                                        r.getString(3)),
                                "SELECT what, on_day, owner FROM quality_mark WHERE tenant = ? AND source = ?"
                                        + " AND type = ? AND kind = ? AND what = ANY(?)",
                                tenant,
                                of.source(),
                                of.type(),
                                of.kind(),
                                group.getValue())
                        .forEach(mark -> found.put(mark.key(), mark));
            }
            return found;
        });
    }

    @Override
    public Map<String, List<Fault>> notes(Collection<String> versions) {
        if (versions.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Fault>> notes = new HashMap<>();
        database.get()
                .read(c -> Sql.list(
                        c,
                        r -> notes.put(Long.toString(r.getLong(1)), FaultsJson.read(r.getString(2))),
                        "SELECT vid, notes FROM version WHERE vid = ANY(?) AND notes IS NOT NULL",
                        versions.stream().map(Long::valueOf).toList()));
        return notes;
    }

    @Override
    public List<Refusals> refused(String tenant, Instant from, Instant to) {
        return database.get()
                .read(c -> Sql.list(
                        c,
                        r -> new Refusals(
                                r.getString(1), Optional.ofNullable(r.getString(2)), r.getString(3), r.getLong(4)),
                        "SELECT source, type, code, COUNT(*) FROM quarantine WHERE tenant = ? AND at >= ? AND at < ?"
                                + " AND waiting = FALSE GROUP BY source, type, code",
                        tenant,
                        Sql.micros(from),
                        Sql.micros(to)));
    }
}
