package org.iochub.store.internal.replay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.replay.Mend;
import org.iochub.core.replay.Outcome;
import org.iochub.core.replay.Renormalisation;
import org.iochub.core.replay.Replay;
import org.iochub.core.replay.ReplayItem;
import org.iochub.core.replay.ReplayState;
import org.iochub.model.Fault;
import org.iochub.store.internal.jdbc.Sql;

/** Reads jobs and their entries. */
final class Rows {
    private static final String JOBS =
            "SELECT id, state, selection, rate, batch, actor, note, created_at, ended_at, total,"
                    + " recorded, unchanged, outdated, refused, impossible, gone, kind, source, type, from_at, until_at, dry_run,"
                    + " adapter_version FROM replay ";
    private static final String ITEMS = "SELECT entry, source, outcome, taken, accepted, code, place, text_vi, text_en,"
            + " adapter_version, at, message FROM replay_item WHERE replay = ? ";

    private Rows() {}

    static Optional<Replay> one(Connection c, long id) throws SQLException {
        return Sql.first(c, Rows::job, JOBS + "WHERE id = ?", id);
    }

    static List<Replay> before(Connection c, long before, int limit) throws SQLException {
        return Sql.list(c, Rows::job, JOBS + "WHERE id < ? ORDER BY id DESC LIMIT " + limit, before);
    }

    static Optional<Replay> due(Connection c) throws SQLException {
        return Sql.first(c, Rows::job, JOBS + "WHERE state = 'running' ORDER BY id LIMIT 1");
    }

    static List<ReplayItem> items(Connection c, long id, Optional<Outcome> outcome, long after, int limit)
            throws SQLException {
        String order = " AND entry > ? ORDER BY entry LIMIT " + limit;
        return outcome.isPresent()
                ? Sql.list(
                        c,
                        Rows::item,
                        ITEMS + "AND outcome = ?" + order,
                        id,
                        outcome.get().wireName(),
                        after)
                : Sql.list(c, Rows::item, ITEMS + order, id, after);
    }

    static Optional<ReplayItem> item(Connection c, long id, long entry) throws SQLException {
        return Sql.first(c, Rows::item, ITEMS + "AND entry = ?", id, entry);
    }

    static List<Mend> mends(Connection c, long entry) throws SQLException {
        return Sql.list(
                c,
                r -> new Mend(
                        r.getInt(1),
                        r.getString(2),
                        r.getString(3),
                        Sql.instant(r.getLong(4)),
                        r.getLong(5),
                        r.getString(6)),
                "SELECT no, actor, note, at, OCTET_LENGTH(content), hash FROM quarantine_mend WHERE entry = ? ORDER BY no",
                entry);
    }

    private static Replay job(ResultSet r) throws SQLException {
        long ended = r.getLong(9);
        Optional<Instant> endedAt = r.wasNull() ? Optional.empty() : Optional.of(Sql.instant(ended));
        long total = r.getLong(10);
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        long had = 0;
        int column = 11;
        for (Outcome outcome : List.of(
                Outcome.RECORDED,
                Outcome.UNCHANGED,
                Outcome.OUTDATED,
                Outcome.REFUSED,
                Outcome.IMPOSSIBLE,
                Outcome.GONE)) {
            long count = r.getLong(column++);
            had += count;
            outcomes.put(outcome, count);
        }
        outcomes.put(Outcome.PENDING, total - had);
        return new Replay(
                r.getLong(1),
                ReplayState.of(r.getString(2)),
                r.getString(3),
                r.getInt(4),
                r.getInt(5),
                r.getString(6),
                r.getString(7),
                Sql.instant(r.getLong(8)),
                endedAt,
                total,
                outcomes,
                r.getString(17).equals("renormalise") ? Optional.of(plan(r)) : Optional.empty());
    }

    private static Renormalisation plan(ResultSet r) throws SQLException {
        return new Renormalisation(
                r.getString(18),
                number(r, 20).map(Sql::instant),
                Sql.instant(r.getLong(21)),
                Optional.ofNullable(r.getString(19)),
                number(r, 22),
                r.getString(23));
    }

    private static Optional<Long> number(ResultSet r, int column) throws SQLException {
        long value = r.getLong(column);
        return r.wasNull() ? Optional.empty() : Optional.of(value);
    }

    private static ReplayItem item(ResultSet r) throws SQLException {
        long at = r.getLong(11);
        Optional<Instant> had = r.wasNull() ? Optional.empty() : Optional.of(Sql.instant(at));
        String code = r.getString(6);
        return new ReplayItem(
                r.getLong(1),
                r.getString(2),
                Outcome.of(r.getString(3)),
                r.getLong(4),
                r.getLong(5),
                code == null
                        ? Optional.empty()
                        : Optional.of(Fault.of(code, r.getString(7), r.getString(8), r.getString(9))),
                r.getString(10),
                had,
                Optional.ofNullable(r.getString(12)));
    }
}
