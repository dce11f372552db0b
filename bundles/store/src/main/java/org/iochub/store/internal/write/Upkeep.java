package org.iochub.store.internal.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.iochub.core.store.MessageRef;
import org.iochub.store.internal.jdbc.Sql;

/** What must be done from time to time, in small steps, and what a person asks for. Each method is one job of the lane. */
public final class Upkeep {
    private static final int STEP = 500;
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int REMEMBERED_MESSAGES = 10_000;
    private static final int MOST_MESSAGES = 200_000;

    private final WriteLane lane;
    /** The last waiting patch that was looked at; only the writing thread uses it. */
    private long lookedAt;

    public Upkeep(WriteLane lane) {
        this.lane = lane;
    }

    /** Queues a round of all that is due; nobody waits for it. */
    public void start(Duration patience) {
        lane.submit(new Job<>("", "", context -> applyOrphans(context, patience), () -> {}));
        lane.submit(new Job<>("", "", this::forgetMessages, () -> {}));
    }

    /** Applies patches whose record is there and shows those whose record did not come. @return how many of both */
    public int orphans(Duration patience) {
        return lane.call("", context -> applyOrphans(context, patience));
    }

    private Job.Done<Integer> applyOrphans(Context context, Duration patience) throws SQLException {
        long[] position = {0};
        int touched = context.database().transaction(c -> {
            Work work = new Work();
            lookedAt = Orphans.applyThose(context, c, work, lookedAt, STEP);
            position[0] = write(context, c, work);
            long limit = Sql.micros(context.clock().instant().minus(patience));
            return work.feed.size() + Orphans.expire(c, limit, STEP);
        });
        return new Job.Done<>(touched, position[0]);
    }

    /**
     * Forgets messages taken long ago: a source's last ten thousand and those of the last thirty days are remembered, but
     * never more than two hundred thousand.
     *
     * @return how many were forgotten; there may be more when it is not 0
     */
    public int messages() {
        return lane.call("", this::forgetMessages);
    }

    private Job.Done<Integer> forgetMessages(Context context) throws SQLException {
        return new Job.Done<>(context.database().transaction(c -> forget(context, c)), 0);
    }

    private static int forget(Context context, Connection c) throws SQLException {
        int forgotten = 0;
        long old = Sql.micros(context.clock().instant().minus(REMEMBERED));
        for (String source : Sql.list(c, row -> row.getString(1), "SELECT source FROM source_state")) {
            forgotten += forget(c, source, REMEMBERED_MESSAGES, old);
            forgotten += forget(c, source, MOST_MESSAGES, Long.MAX_VALUE);
        }
        return forgotten;
    }

    private static int forget(Connection c, String source, int kept, long before) throws SQLException {
        Optional<Long> cut = Sql.first(
                c,
                row -> row.getLong(1),
                "SELECT touched FROM message WHERE source = ? ORDER BY touched DESC OFFSET " + kept
                        + " ROWS FETCH FIRST 1 ROWS ONLY",
                source);
        if (cut.isEmpty()) {
            return 0;
        }
        List<String> ids = Sql.list(
                c,
                row -> row.getString(1),
                "SELECT id FROM message WHERE source = ? AND touched <= ? AND at < ? ORDER BY touched" + " FETCH FIRST "
                        + STEP + " ROWS ONLY",
                source,
                cut.get(),
                before);
        if (!ids.isEmpty()) {
            Sql.update(c, "DELETE FROM message WHERE source = ? AND id = ANY(?)", source, ids);
            Sql.update(c, "DELETE FROM list_member WHERE source = ? AND message = ANY(?)", source, ids);
        }
        return ids.size();
    }

    /** Deletes what waits for a person's word. @return how many */
    public long confirm(String source, String type) {
        return lane.call(source, context -> {
            long[] position = {0};
            long deleted = context.database().transaction(c -> {
                Optional<MessageRef> asking = Lists.asking(c, source, type);
                if (asking.isEmpty()) {
                    return 0L;
                }
                MessageRef message = asking.get();
                Work work = new Work();
                int sender = context.dictionary().sender(context.database(), source, message.tenant());
                MergeRules rules = new MergeRules(work, Origin.of(message), sender);
                MessageRef now = new MessageRef(
                        source,
                        message.tenant(),
                        message.id(),
                        true,
                        message.name(),
                        OffsetDateTime.ofInstant(context.clock().instant(), ZoneOffset.UTC),
                        message.adapter(),
                        message.adapterVersion(),
                        false);
                long count = new Lists(c, context, work, now).confirm(type, rules);
                position[0] = write(context, c, work);
                return count;
            });
            return new Job.Done<>(deleted, position[0]);
        });
    }

    public static List<String> confirmations(Connection c, String source) throws SQLException {
        return Lists.confirmations(c, source);
    }

    private static long write(Context context, Connection c, Work work) throws SQLException {
        if (work.states.values().stream().noneMatch(state -> state.dirty) && work.isEmpty()) {
            return 0;
        }
        WorkWriter writer = new WorkWriter(context);
        writer.number(c, work, writer.batch(c));
        writer.origins(c, work);
        return writer.write(c, work);
    }
}
