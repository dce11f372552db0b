package org.iochub.store.internal.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.iochub.api.Delivered;
import org.iochub.api.RawPart;
import org.iochub.core.replay.ReplayStore;
import org.iochub.core.store.Batch;
import org.iochub.core.store.Entry;
import org.iochub.core.store.MessageRef;
import org.iochub.core.store.ReplayStep;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.store.internal.jdbc.Payload;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.jdbc.Texts;
import org.iochub.store.internal.quarantine.QuarantineWriter;
import org.iochub.store.internal.quarantine.QuarantineWriter.Refusal;
import org.iochub.store.internal.quarantine.RawSpool;

/** One batch in one transaction: records, quarantine, progress and checkpoint. A new object for every attempt. */
final class BatchTransaction {
    /** Of what is kept beside a message for people; the source's own is kept whole. */
    private static final int LONGEST_CHECKPOINT = 4_000;

    private final Context context;
    private final Connection c;
    private final Prepared prepared;
    private final Batch batch;
    private final MessageRef message;
    private final long now;

    private final Work work = new Work();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Orphans.Waiting> waiting = new ArrayList<>();
    private final Set<RecordState> named = new LinkedHashSet<>();
    private final Iterator<RawSpool.Raw> raws;
    /** For entries of the quarantine. */
    private final Deque<Long> ids = new ArrayDeque<>();

    private int sender;
    private Origin origin;
    private MergeRules rules;
    private Lists lists;
    private Orphans orphans;

    BatchTransaction(Context context, Connection c, Prepared prepared) {
        this.context = context;
        this.c = c;
        this.prepared = prepared;
        this.batch = prepared.batch();
        this.message = batch.message();
        this.raws = prepared.raws().iterator();
        this.now = Sql.micros(context.clock().instant());
    }

    /** Everything but the commit. */
    Delivered run() throws SQLException {
        if (batch.replay().isEmpty()) {
            return live();
        }
        ReplayStep step = batch.replay().get();
        return step.corrects() ? correct(step) : replay(step);
    }

    /** A step of re-normalising: what may stand, and the outcome of its message. Refusals are counted, not kept. */
    private Delivered correct(ReplayStep step) throws SQLException {
        Progress.checkFence(c, context.database().dialect(), ReplayStore.LEASE, batch.fence());
        ReplayProgress progress = ReplayProgress.load(c, context.database().dialect(), batch, step);
        sender = context.dictionary().sender(context.database(), message.source(), message.tenant());
        origin = Origin.of(message);
        rules = MergeRules.correcting(
                work, origin, sender, Sql.micros(step.asOf().toInstant()));
        // Numbers that are not used are only gaps.
        ids.addAll(QuarantineWriter.ids(
                c, context.database().dialect(), prepared.raws().size()));
        lookUp();
        Lookup.standing(c, work.states.values(), Texts.indexed(message.id()), sender);
        orphans = Orphans.load(context, c, work);
        for (Entry each : batch.entries()) {
            take(each);
        }
        WorkWriter writer = new WorkWriter(context);
        writer.number(c, work, writer.batch(c));
        writer.origins(c, work);
        progress.corrected(work, refusals, now);
        return new Delivered(work.accepted, work.unchanged + work.outdated, refusals.size(), 0, writer.write(c, work));
    }

    /** A step of a replay: records and the outcome of its entry, and nothing of the source's own progress. */
    private Delivered replay(ReplayStep step) throws SQLException {
        Progress.checkFence(c, context.database().dialect(), ReplayStore.LEASE, batch.fence());
        ReplayProgress entry = ReplayProgress.load(c, context.database().dialect(), batch, step);
        if (entry.isGone()) {
            entry.gone(now);
            return new Delivered(0, 0, 0, 0, 0);
        }
        sender = context.dictionary().sender(context.database(), message.source(), message.tenant());
        origin = Origin.of(message);
        rules = new MergeRules(work, origin, sender, step.reason());
        ids.addAll(QuarantineWriter.ids(
                c, context.database().dialect(), prepared.raws().size()));
        lookUp();
        Lookup.newer(
                c,
                work.states.values(),
                Texts.indexed(message.id()),
                Sql.micros(step.asOf().toInstant()),
                step.reason());
        orphans = Orphans.load(context, c, work);
        for (Entry each : batch.entries()) {
            take(each);
        }
        WorkWriter writer = new WorkWriter(context);
        long number = writer.batch(c);
        List<Refusal> own = refusals.stream()
                .filter(refusal -> !step.whole() || refusal.rawPosition().isEmpty())
                .toList();
        refusals.removeAll(own);
        work.unchanged += QuarantineWriter.leaveOutReplayed(c, message, refusals);
        QuarantineWriter.write(c, message, refusals, prepared.spool(), now);
        writer.number(c, work, number);
        writer.origins(c, work);
        entry.taken(work, own, now);
        long position = writer.write(c, work);
        return new Delivered(work.accepted, work.unchanged + work.outdated, own.size() + refusals.size(), 0, position);
    }

    private Delivered live() throws SQLException {
        Progress.checkFence(c, context.database().dialect(), batch);
        Progress progress = Progress.load(c, message);
        progress.check(batch);
        sender = context.dictionary().sender(context.database(), message.source(), message.tenant());
        origin = Origin.of(message);
        origin.no = progress.origin(batch);
        rules = new MergeRules(work, origin, sender);
        lists = new Lists(c, context, work, message);
        if (progress.startsOver(batch)) {
            QuarantineWriter.forget(c, message.source(), message.id());
            lists.forget();
        }
        ids.addAll(QuarantineWriter.ids(
                c, context.database().dialect(), prepared.raws().size()));
        lookUp();
        orphans = Orphans.load(context, c, work);
        for (Entry entry : batch.entries()) {
            take(entry);
        }
        WorkWriter writer = new WorkWriter(context);
        long number = writer.batch(c);
        work.unchanged += QuarantineWriter.leaveOutKnown(c, message, refusals);
        QuarantineWriter.write(c, message, refusals, prepared.spool(), now);
        Orphans.write(c, waiting);
        writer.number(c, work, number);
        if (batch.last()) {
            if (batch.from() > 0) {
                lists.forget();
            }
        } else {
            lists.remember(batch.from(), named);
        }
        if (batch.last()) {
            origin.checkpoint = batch.checkpoint()
                    .map(text -> Texts.clean(text, LONGEST_CHECKPOINT))
                    .orElse(null);
            if (origin.no != 0 && origin.checkpoint != null) {
                Sql.update(c, "UPDATE origin SET checkpoint = ? WHERE no = ?", origin.checkpoint, origin.no);
            }
        }
        writer.origins(c, work);
        progress.store(c, batch, number, origin.no, now);
        long position = writer.write(c, work);
        return new Delivered(work.accepted, work.unchanged, refusals.size() - waiting.size(), waiting.size(), position);
    }

    /** All that the entries need from the database, before the first of them is taken. */
    private void lookUp() throws SQLException {
        Set<RecordState> patched = new LinkedHashSet<>();
        for (Entry entry : batch.entries()) {
            if (entry instanceof Entry.Put put) {
                work.state(ref(put.type(), put.id().value()));
            } else if (entry instanceof Entry.Remove remove) {
                work.state(ref(remove.type(), remove.id().value()));
            } else if (entry instanceof Entry.PatchPart patch) {
                patched.add(work.state(ref(patch.type(), patch.id().value())));
            }
        }
        Lookup.states(c, context, work.states.values());
        work.states.values().stream().filter(state -> state.putHash != null).forEach(patched::add);
        patched.removeIf(state -> !state.stored || state.deleted);
        Lookup.data(c, patched);
        Lookup.history(c, mayBeLate());
    }

    /** Records for which an entry's key is smaller than one before it; their history decides what is news. */
    private List<RecordState> mayBeLate() {
        Map<RecordState, Long> greatest = new HashMap<>();
        for (Entry entry : batch.entries()) {
            RecordState state;
            OptionalLong key;
            if (entry instanceof Entry.Put put) {
                state = work.state(ref(put.type(), put.id().value()));
                key = put.version().order();
            } else if (entry instanceof Entry.Remove remove) {
                state = work.state(ref(remove.type(), remove.id().value()));
                key = remove.version().order();
            } else {
                continue;
            }
            if (key.isPresent()) {
                long before = greatest.getOrDefault(state, state.keyed ? state.key : Long.MIN_VALUE);
                if (key.getAsLong() < before) {
                    state.wantHistory(key.getAsLong());
                }
                greatest.put(state, Math.max(before, key.getAsLong()));
            }
        }
        return work.states.values().stream()
                .filter(state -> state.history != null && state.stored)
                .toList();
    }

    private void take(Entry entry) throws SQLException {
        if (entry instanceof Entry.Put put) {
            put(put);
        } else if (entry instanceof Entry.PatchPart patch) {
            patch(patch);
        } else if (entry instanceof Entry.Remove remove) {
            RecordState state = name(remove.type(), remove.id().value());
            rules.remove(
                    state,
                    remove.major(),
                    remove.time(),
                    remove.version().order(),
                    remove.raw().position());
        } else if (entry instanceof Entry.Refused refused) {
            refuse(refused.stage(), refused.type(), refused.fault(), refused.raw(), raws.next(), false);
        } else if (entry instanceof Entry.ListEnd end && batch.replay().isEmpty()) {
            lists.end(end, named, refusedBefore(end.type()), rules);
        }
    }

    private void put(Entry.Put put) throws SQLException {
        RecordState state = name(put.type(), put.id().value());
        Entry.Put next;
        try {
            next = rules.keepsParts(state, put) ? Merging.keepParts(context, state, put) : put;
        } catch (FaultException e) {
            refuse("merge", Optional.of(put.type()), e.fault(), put.raw(), read(put.raw()), false);
            return;
        }
        Optional<byte[]> packed = Payload.pack(next.data());
        if (packed.isEmpty()) {
            tooLarge(put.type(), put.raw());
            return;
        }
        int area = context.dictionary().area(context.database(), put.area());
        rules.put(state, next, put.hash(), area, packed.get());
        if (state.head != null && !state.deleted) {
            orphans.apply(state);
            applyWaiting(state);
        }
    }

    /** Patches that stood before their record in this very batch, and are not in the database yet. */
    private void applyWaiting(RecordState state) throws SQLException {
        List<Orphans.Waiting> own =
                waiting.stream().filter(each -> each.ref().equals(state.ref)).toList();
        waiting.removeAll(own);
        for (Orphans.Waiting patch : own) {
            Refusal refusal = refusals.stream()
                    .filter(each -> each.id() == patch.id())
                    .findFirst()
                    .orElseThrow();
            refusals.remove(refusal);
            RawPart raw = RawPart.of(refusal.rawPosition(), patch.value());
            try {
                Merging.patch(context, c, rules, state, patch.part(), patch.value(), raw);
            } catch (FaultException e) {
                refuse("merge", refusal.type(), e.fault(), raw, refusal.raw(), false);
            }
        }
    }

    private void patch(Entry.PatchPart patch) throws SQLException {
        RecordState state = name(patch.type(), patch.id().value());
        if (!state.exists() || state.deleted) {
            long id = refuse(
                    "orphan",
                    Optional.of(patch.type()),
                    Orphans.fault(patch),
                    patch.raw(),
                    read(patch.raw()),
                    batch.replay().isEmpty());
            if (batch.replay().isEmpty()) {
                waiting.add(new Orphans.Waiting(id, state.ref, patch.part(), patch.value(), sender, message, now));
            }
            return;
        }
        try {
            Merging.patch(context, c, rules, state, patch.part(), patch.value(), patch.raw());
        } catch (FaultException e) {
            refuse("merge", Optional.of(patch.type()), e.fault(), patch.raw(), read(patch.raw()), false);
        }
    }

    private RecordState name(String type, String id) {
        RecordState state = work.state(ref(type, id));
        named.add(state);
        return state;
    }

    private void tooLarge(String type, RawPart raw) throws SQLException {
        refuse("merge", Optional.of(type), Merging.TOO_LARGE, raw, read(raw), false);
    }

    private RawSpool.Raw read(RawPart raw) {
        return prepared.spool().read(raw, message.sensitive());
    }

    private long refuse(String stage, Optional<String> type, Fault fault, RawPart raw, RawSpool.Raw read, boolean waits)
            throws SQLException {
        if (ids.isEmpty()) {
            ids.addAll(QuarantineWriter.ids(c, context.database().dialect(), 1));
        }
        long id = ids.removeFirst();
        refusals.add(new Refusal(id, stage, type, fault, raw.position(), read, waits));
        return id;
    }

    /** Whether the message had a record of this type, or of no known one, that was refused. */
    private boolean refusedBefore(String type) throws SQLException {
        if (refusals.stream().anyMatch(r -> r.type().map(type::equals).orElse(true))) {
            return true;
        }
        return batch.from() > 0
                && Sql.first(
                                        c,
                                        row -> row.getLong(1),
                                        "SELECT COUNT(*) FROM quarantine WHERE source = ? AND message = ?"
                                                + " AND (type IS NULL OR type = ?)",
                                        message.source(),
                                        Texts.indexed(message.id()),
                                        type)
                                .orElseThrow()
                        > 0;
    }

    static String ref(String type, String id) {
        return type + "/" + id;
    }
}
