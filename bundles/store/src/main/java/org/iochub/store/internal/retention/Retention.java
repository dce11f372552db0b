package org.iochub.store.internal.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.read.LogCuts;
import org.iochub.store.internal.write.Context;
import org.iochub.store.internal.write.Job;
import org.iochub.store.internal.write.WriteLane;

/**
 * Moves the beginning of a type's log and then, in small transactions of their own, removes what lies before it. The two
 * are apart so that a reader who misses a version always finds the cut that explains it. Safe for any number of threads.
 */
public final class Retention {
    /** Versions looked at in one transaction. */
    static final int STEP = 500;

    private final WriteLane lane;
    private final AtomicBoolean underWay = new AtomicBoolean();

    public Retention(WriteLane lane) {
        this.lane = lane;
    }

    /** Queues what is due; steps follow each other until all is done, others taking turns with them. */
    public void start(Map<String, Duration> rules) {
        if (underWay.compareAndSet(false, true)) {
            lane.start(context -> guarded(() -> cut(context, rules)));
            next();
        }
    }

    private void next() {
        lane.start(context -> guarded(() -> {
            int looked = sweep(context);
            if (looked > 0) {
                next();
            } else {
                underWay.set(false);
            }
            return looked;
        }));
    }

    @FunctionalInterface
    private interface Step {
        int run() throws SQLException;
    }

    /** A step that fails is not followed by another; the next round begins anew. */
    private Job.Done<Integer> guarded(Step step) throws SQLException {
        try {
            return new Job.Done<>(step.run(), 0);
        } catch (SQLException | RuntimeException e) {
            underWay.set(false);
            throw e;
        }
    }

    /** Does all that is due and waits for it. @return how many versions were removed or looked at */
    public int run(Map<String, Duration> rules) {
        lane.call("", context -> new Job.Done<>(cut(context, rules), 0));
        int all = 0;
        int looked;
        do {
            looked = lane.call("", context -> new Job.Done<>(sweep(context), 0));
            all += looked;
        } while (looked > 0);
        return all;
    }

    private static int cut(Context context, Map<String, Duration> rules) throws SQLException {
        int moved = 0;
        for (Map.Entry<String, Duration> rule : rules.entrySet()) {
            long limit = Sql.micros(context.clock().instant().minus(rule.getValue()));
            boolean now = context.database().transaction(c -> LogCuts.move(c, rule.getKey(), limit));
            moved += now ? 1 : 0;
        }
        return moved;
    }

    private static int sweep(Context context) throws SQLException {
        return context.database().transaction(c -> sweep(context, c));
    }

    private static int sweep(Context context, Connection c) throws SQLException {
        Optional<LogCuts.Due> due = LogCuts.due(c, STEP);
        if (due.isEmpty()) {
            return 0;
        }
        Sweep sweep = new Sweep(context, c, due.get().type());
        sweep.remove(due.get().versions());
        LogCuts.swept(c, due.get());
        // A stretch of the log without versions of the type is work too: the next step goes on behind it.
        return Math.max(1, due.get().versions().size());
    }
}
