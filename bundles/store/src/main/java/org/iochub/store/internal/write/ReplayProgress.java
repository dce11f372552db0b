package org.iochub.store.internal.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.iochub.core.replay.Outcome;
import org.iochub.core.replay.Refusals;
import org.iochub.core.replay.ReplayState;
import org.iochub.core.store.Batch;
import org.iochub.core.store.ReplayStep;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.store.internal.jdbc.Dialect;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.jdbc.StoreFaults;
import org.iochub.store.internal.jdbc.Texts;
import org.iochub.store.internal.quarantine.QuarantineWriter.Refusal;

/** One entry of a job within the transaction that takes what it brings. */
public final class ReplayProgress {
    private record Item(String outcome, long taken, long accepted, long outdated, boolean refused) {}

    private final Connection c;
    private final Batch batch;
    private final ReplayStep step;
    private final Item item;
    private final boolean open;

    private ReplayProgress(Connection c, Batch batch, ReplayStep step, Item item, boolean open) {
        this.c = c;
        this.batch = batch;
        this.step = step;
        this.item = item;
        this.open = open;
    }

    /** @throws FaultException {@code replay-not-running}, {@code out-of-step} */
    static ReplayProgress load(Connection c, Dialect dialect, Batch batch, ReplayStep step) throws SQLException {
        checkRunning(c, dialect, step.replay());
        Item item = Sql.first(
                        c,
                        r -> new Item(r.getString(1), r.getLong(2), r.getLong(3), r.getLong(4), r.getString(5) != null),
                        "SELECT outcome, taken, accepted, outdated, code FROM replay_item WHERE replay = ? AND entry = ?",
                        step.replay(),
                        step.entry())
                .filter(found -> found.outcome().equals(Outcome.PENDING.wireName()))
                .orElseThrow(() -> StoreFaults.outOfStep("entry " + step.entry(), Long.MAX_VALUE, batch.from()));
        if (batch.from() != 0 && batch.from() != item.taken()) {
            throw StoreFaults.outOfStep("entry " + step.entry(), item.taken(), batch.from());
        }
        boolean open = step.corrects()
                || Sql.first(
                                c,
                                r -> r.getString(1),
                                "SELECT state FROM quarantine WHERE id = ? AND waiting = FALSE" + dialect.forUpdate(),
                                step.entry())
                        .filter("open"::equals)
                        .isPresent();
        return new ReplayProgress(c, batch, step, item, open);
    }

    /** Locks the job, so that pausing it waits for the step under way and none comes after. */
    public static void checkRunning(Connection c, Dialect dialect, long replay) throws SQLException {
        Optional<String> state = Sql.first(
                c, r -> r.getString(1), "SELECT state FROM replay WHERE id = ?" + dialect.forUpdate(), replay);
        if (state.filter(ReplayState.RUNNING.wireName()::equals).isEmpty()) {
            throw FaultException.of(
                    "replay-not-running",
                    Long.toString(replay),
                    "Lượt chạy lại " + replay + " đang không chạy.",
                    "The replay " + replay + " does not run now.");
        }
    }

    /** Settled otherwise since the job began, or taken away with its message. */
    boolean isGone() {
        return !open;
    }

    void gone(long now) throws SQLException {
        settle(c, step.replay(), step.entry(), Outcome.GONE, Optional.empty(), now);
    }

    /** Of an archived message that was read again. @param refusals what of it the adapter refuses now */
    void corrected(Work work, List<Refusal> refusals, long now) throws SQLException {
        boolean again = batch.from() == 0;
        long accepted = work.accepted + (again ? 0 : item.accepted());
        long outdated = work.outdated + (again ? 0 : item.outdated());
        Sql.update(
                c,
                "UPDATE replay_item SET taken = ?, accepted = ?, outdated = ?, adapter_version = ? WHERE replay = ? AND"
                        + " entry = ?",
                batch.to(),
                accepted,
                outdated,
                Texts.clean(batch.message().adapterVersion(), 200),
                step.replay(),
                step.entry());
        if (!refusals.isEmpty() && !item.refused() || again) {
            fault(
                    c,
                    step.replay(),
                    step.entry(),
                    refusals.stream().findFirst().map(first -> Refusals.told(first.fault(), first.rawPosition())));
        }
        if (batch.last()) {
            boolean refused = !refusals.isEmpty() || !again && item.refused();
            Outcome outcome = accepted > 0
                    ? Outcome.RECORDED
                    : refused ? Outcome.REFUSED : outdated > 0 ? Outcome.OUTDATED : Outcome.UNCHANGED;
            count(c, step.replay(), step.entry(), outcome, now);
        }
    }

    /** @param refusals what of the entry itself is still refused */
    void taken(Work work, List<Refusal> refusals, long now) throws SQLException {
        boolean again = batch.from() == 0;
        long accepted = work.accepted + (again ? 0 : item.accepted());
        long outdated = work.outdated + (again ? 0 : item.outdated());
        boolean refused = !refusals.isEmpty() || !again && item.refused();
        Optional<Fault> fault = refusals.stream().findFirst().map(Refusal::fault);
        Sql.update(
                c,
                "UPDATE replay_item SET taken = ?, accepted = ?, outdated = ?, adapter_version = ? WHERE replay = ? AND"
                        + " entry = ?",
                batch.to(),
                accepted,
                outdated,
                Texts.clean(batch.message().adapterVersion(), 200),
                step.replay(),
                step.entry());
        if (fault.isPresent() || again) {
            fault(c, step.replay(), step.entry(), fault);
        }
        if (!refusals.isEmpty()) {
            entry(refusals.get(0));
        }
        if (batch.last()) {
            Outcome outcome = refused
                    ? Outcome.REFUSED
                    : accepted > 0 ? Outcome.RECORDED : outdated > 0 ? Outcome.OUTDATED : Outcome.UNCHANGED;
            if (!refused) {
                settleEntry(now);
            }
            count(c, step.replay(), step.entry(), outcome, now);
        }
    }

    /** The entry says what is wrong with it now. */
    private void entry(Refusal refusal) throws SQLException {
        Fault fault = refusal.fault();
        Sql.update(
                c,
                "UPDATE quarantine SET stage = ?, type = ?, code = ?, place = ?, text_vi = ?, text_en = ?, adapter_version = ?"
                        + " WHERE id = ?",
                refusal.stage(),
                refusal.type().orElse(null),
                Texts.clean(fault.code(), 200),
                Texts.clean(fault.where(), 2_000),
                Texts.clean(fault.message().vi(), 8_000),
                Texts.clean(fault.message().en(), 8_000),
                Texts.clean(batch.message().adapterVersion(), 200),
                step.entry());
    }

    private void settleEntry(long now) throws SQLException {
        boolean mended = Sql.first(c, r -> 1, "SELECT no FROM quarantine_mend WHERE entry = ? LIMIT 1", step.entry())
                .isPresent();
        Sql.update(
                c,
                "UPDATE quarantine SET state = ?, settled_by = (SELECT actor FROM replay WHERE id = ?), settled_why = ?,"
                        + " settled_at = ? WHERE id = ?",
                mended ? "mended" : "replayed",
                step.replay(),
                "replay " + step.replay(),
                now,
                step.entry());
    }

    /** An entry that had its turn and brought nothing. No effect when it has an outcome. */
    public static void settle(Connection c, long replay, long entry, Outcome outcome, Optional<Fault> fault, long now)
            throws SQLException {
        boolean pending = Sql.first(
                        c,
                        r -> 1,
                        "SELECT entry FROM replay_item WHERE replay = ? AND entry = ? AND outcome = 'pending'",
                        replay,
                        entry)
                .isPresent();
        if (pending) {
            fault(c, replay, entry, fault);
            count(c, replay, entry, outcome, now);
        }
    }

    private static void fault(Connection c, long replay, long entry, Optional<Fault> fault) throws SQLException {
        Sql.update(
                c,
                "UPDATE replay_item SET code = ?, place = ?, text_vi = ?, text_en = ? WHERE replay = ? AND entry = ?",
                fault.map(f -> Texts.clean(f.code(), 200)).orElse(null),
                fault.map(f -> Texts.clean(f.where(), 2_000)).orElse(null),
                fault.map(f -> Texts.clean(f.message().vi(), 8_000)).orElse(null),
                fault.map(f -> Texts.clean(f.message().en(), 8_000)).orElse(null),
                replay,
                entry);
    }

    private static void count(Connection c, long replay, long entry, Outcome outcome, long now) throws SQLException {
        Sql.update(
                c,
                "UPDATE replay_item SET outcome = ?, at = ? WHERE replay = ? AND entry = ?",
                outcome.wireName(),
                now,
                replay,
                entry);
        String column = outcome.wireName();
        Sql.update(c, "UPDATE replay SET " + column + " = " + column + " + 1 WHERE id = ?", replay);
    }
}
