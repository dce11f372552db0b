package org.iochub.store.internal.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iochub.store.internal.testing.Sample.message;
import static org.iochub.store.internal.testing.Sample.patch;
import static org.iochub.store.internal.testing.Sample.put;
import static org.iochub.store.internal.testing.Sample.raw;
import static org.iochub.store.internal.testing.Sample.refused;
import static org.iochub.store.internal.testing.Sample.whole;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.iochub.api.Delivered;
import org.iochub.api.RawPart;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.quarantine.QuarantineGroup;
import org.iochub.core.quarantine.QuarantineState;
import org.iochub.core.quarantine.Quarantined;
import org.iochub.core.replay.Outcome;
import org.iochub.core.replay.Replay;
import org.iochub.core.replay.ReplayItem;
import org.iochub.core.replay.ReplayRequest;
import org.iochub.core.replay.ReplayState;
import org.iochub.core.replay.ReplayStore;
import org.iochub.core.store.Batch;
import org.iochub.core.store.Entry;
import org.iochub.core.store.MessageRef;
import org.iochub.core.store.ReplayStep;
import org.iochub.model.FaultException;
import org.iochub.store.internal.testing.StoreTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refused records on their way through again. */
public abstract class ReplayContract extends StoreTest {
    private static final OffsetDateTime RECEIVED = message("a", "m").receivedAt();
    private long fence;

    @BeforeEach
    void lease() {
        fence = store.records().takeOver(ReplayStore.LEASE, "here");
    }

    @Test
    void whatGoesThroughIsInTheFeedWithItsReasonAndItsEntryIsKnownButNotOpen() throws Exception {
        long entry = refuse("m1", "bad", "x");
        Replay job = start(QuarantineFilter.all());
        assertThat(job.total()).isEqualTo(1);
        assertThat(job.pending()).isEqualTo(1);
        assertThat(step(job, entry, put("x", "one"))).isEqualTo(new Delivered(1, 0, 0, 0, 1));

        LoggedRecord record = feed().get(0);
        assertThat(record.reason()).contains("replay");
        assertThat(current("x")).isEqualTo("one");
        assertThat(store.quarantine().count(QuarantineFilter.all())).isZero();
        Quarantined settled = store.quarantine().get(entry).orElseThrow();
        assertThat(settled.state()).isEqualTo(QuarantineState.REPLAYED);
        assertThat(settled.settled().orElseThrow().by()).isEqualTo("key:k1");
        assertThat(store.quarantine().raw(entry)).isPresent();
        ReplayItem item = store.replays().item(job.id(), entry).orElseThrow();
        assertThat(item.outcome()).isEqualTo(Outcome.RECORDED);
        assertThat(item.adapterVersion()).isEqualTo("2.0.0");
        assertThat(store.replays().get(job.id()).orElseThrow().outcomes()).containsEntry(Outcome.RECORDED, 1L);
        assertThat(store.reader()
                        .current("facility", org.iochub.store.internal.testing.Sample.id("facility", "x"))
                        .orElseThrow()
                        .messageName())
                .isEqualTo("tệp m1");
    }

    @Test
    void aStepIsTakenOnce() throws Exception {
        long entry = refuse("m1", "bad", "x");
        Replay job = start(QuarantineFilter.all());
        step(job, entry, put("x", "one"));
        assertThatThrownBy(() -> step(job, entry, put("x", "two")))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(FaultException.class);
        assertThat(current("x")).isEqualTo("one");
        assertThat(feed()).hasSize(1);
    }

    @Test
    void whatIsStillRefusedSaysWhyNow() throws Exception {
        long entry = refuse("m1", "bad", "x");
        Replay job = start(QuarantineFilter.all());
        step(job, entry, refused("worse", raw("x")));
        Quarantined still = store.quarantine().get(entry).orElseThrow();
        assertThat(still.state()).isEqualTo(QuarantineState.OPEN);
        assertThat(still.fault().code()).isEqualTo("worse");
        assertThat(store.quarantine().count(QuarantineFilter.all())).isEqualTo(1);
        ReplayItem item = store.replays().item(job.id(), entry).orElseThrow();
        assertThat(item.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(item.fault().orElseThrow().code()).isEqualTo("worse");
    }

    @Test
    void anOldRecordDoesNotReplaceWhatCameAfterIt() throws Exception {
        long entry = refuse("m1", "bad", "x");
        submit(whole(later("m2"), put("x", "new")));
        Replay job = start(QuarantineFilter.all());
        step(job, entry, put("x", "old"));
        assertThat(current("x")).isEqualTo("new");
        assertThat(outcome(job, entry)).isEqualTo(Outcome.OUTDATED);
        assertThat(store.quarantine().count(QuarantineFilter.all())).isZero();
    }

    @Test
    void anOldPatchDoesNotEither() throws Exception {
        submit(whole(message("a", "m0"), put("x", "one")));
        long entry = refuse("m1", "bad", "x");
        submit(whole(later("m2"), patch("x", "part", "new")));
        Replay job = start(QuarantineFilter.all());
        step(job, entry, patch("x", "part", "old"));
        assertThat(new String(feed().get(1).data(), StandardCharsets.UTF_8)).contains("\"part\":\"new\"");
        assertThat(feed()).hasSize(2);
        assertThat(outcome(job, entry)).isEqualTo(Outcome.OUTDATED);
    }

    @Test
    void whereThereAreKeysTheyDecideAsEver() throws Exception {
        long entry = refuse("m1", "bad", "x");
        submit(whole(later("m2"), put("x", 1, "first")));
        Replay job = start(QuarantineFilter.all());
        step(job, entry, put("x", 2, "second"));
        assertThat(current("x")).isEqualTo("second");
        assertThat(outcome(job, entry)).isEqualTo(Outcome.RECORDED);
    }

    @Test
    void whatTheHubKnowsIsUnchanged() throws Exception {
        long entry = refuse("m1", "bad", "x");
        submit(whole(later("m2"), put("x", "one")));
        Replay job = start(QuarantineFilter.all());
        step(job, entry, put("x", "one"));
        assertThat(outcome(job, entry)).isEqualTo(Outcome.UNCHANGED);
        assertThat(feed()).hasSize(1);
    }

    @Test
    void twoEntriesOfOneMessageGoThroughInTheirOrder() throws Exception {
        submit(whole(message("a", "m1"), refused("bad", raw("1")), refused("bad", raw("2"))));
        Replay job = start(QuarantineFilter.all());
        List<ReplayItem> items = store.replays().items(job.id(), Optional.of(Outcome.PENDING), 0, 10);
        step(job, items.get(0).entry(), put("x", "one"));
        step(job, items.get(1).entry(), put("x", "two"));
        assertThat(values(feed())).containsExactly("one", "two");
    }

    @Test
    void aPausedJobTakesNothingAndGoesOnAfterARestart() throws Exception {
        long entry = refuse("m1", "bad", "x");
        Replay job = start(QuarantineFilter.all());
        assertThat(store.replays().move(job.id(), ReplayState.PAUSED).state()).isEqualTo(ReplayState.PAUSED);
        assertThat(store.replays().due()).isEmpty();
        assertThatThrownBy(() -> step(job, entry, put("x", "one"))).hasMessageContaining("does not run");
        assertThatThrownBy(() -> store.replays().settle(job.id(), entry, Outcome.GONE, Optional.empty(), fence))
                .isInstanceOf(FaultException.class);
        reopen();
        assertThat(store.replays().get(job.id()).orElseThrow().pending()).isEqualTo(1);
        store.replays().move(job.id(), ReplayState.RUNNING);
        assertThat(store.replays().due().orElseThrow().id()).isEqualTo(job.id());
        step(job, entry, put("x", "one"));
        assertThat(current("x")).isEqualTo("one");
        assertThat(store.replays().move(job.id(), ReplayState.FINISHED).endedAt())
                .isPresent();
        assertThatThrownBy(() -> store.replays().move(job.id(), ReplayState.RUNNING))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().code()).isEqualTo("replay-ended"));
        assertThatThrownBy(() -> store.replays().move(99, ReplayState.PAUSED))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().code()).isEqualTo("unknown-replay"));
    }

    @Test
    void anotherNodesLeaseStopsThisOne() throws Exception {
        long entry = refuse("m1", "bad", "x");
        Replay job = start(QuarantineFilter.all());
        store.records().takeOver(ReplayStore.LEASE, "there");
        assertThatThrownBy(() -> step(job, entry, put("x", "one")))
                .cause()
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().code()).isEqualTo("lease-lost"));
        assertThat(feed()).isEmpty();
    }

    @Test
    void aWholeMessageIsTakenInStepsAndItsRefusedRecordsBecomeEntries() throws Exception {
        submit(whole(message("a", "m1"), refused("unreadable", RawPart.of("", "all"))));
        long entry = only();
        Replay job = start(QuarantineFilter.all());
        submit(batch(job, entry, 0, false, true, put("x", "one"), refused("bad", RawPart.of("line 2", "y"))));
        assertThat(outcome(job, entry)).isEqualTo(Outcome.PENDING);
        reopen();
        assertThat(store.replays().item(job.id(), entry).orElseThrow().taken()).isEqualTo(2);
        submit(batch(job, entry, 2, true, true, put("z", "one")));
        assertThat(outcome(job, entry)).isEqualTo(Outcome.RECORDED);
        assertThat(feed()).hasSize(2);
        assertThat(store.quarantine().page(QuarantineFilter.all(), Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(open -> {
                    assertThat(open.position()).isEqualTo("line 2");
                    assertThat(open.message()).isEqualTo("m1");
                });
    }

    @Test
    void aReplayTouchesNoProgressOfItsSource() throws Exception {
        long entry = refuse("m1", "bad", "x");
        submit(whole(message("a", "last", false, "1.0.0"), put("y", "one")));
        Replay job = start(QuarantineFilter.all());
        step(job, entry, put("x", "one"));
        assertThat(store.records().resume(message("a", "last", false, "1.0.0")))
                .isEqualTo(org.iochub.core.store.RecordStore.TAKEN);
    }

    @Test
    void groupsAreCountedWithFirstLastAndAnExample() throws Exception {
        refuse("m1", "bad", "1");
        refuse("m2", "bad", "2");
        long newest = refuse("m3", "bad", "3");
        refuse("m4", "worse", "4");
        List<QuarantineGroup> groups = store.quarantine().groups(QuarantineFilter.all(), 10);
        assertThat(groups).extracting(QuarantineGroup::reason).containsExactly("bad", "worse");
        assertThat(groups.get(0).count()).isEqualTo(3);
        assertThat(groups.get(0).example().id()).isEqualTo(newest);
        assertThat(groups.get(0).first()).isBeforeOrEqualTo(groups.get(0).last());
        assertThat(store.quarantine().groups(QuarantineFilter.all(), 1)).hasSize(1);
    }

    @Test
    void discardedEntriesAreKnownAndReplayedByNobody() throws Exception {
        long entry = refuse("m1", "bad", "x");
        Replay job = start(QuarantineFilter.all());
        store.replays().discard(entry, "user:an", "bản thử nghiệm");
        step(job, entry, put("x", "one"));
        assertThat(outcome(job, entry)).isEqualTo(Outcome.GONE);
        assertThat(feed()).isEmpty();
        Quarantined known = store.quarantine().get(entry).orElseThrow();
        assertThat(known.state()).isEqualTo(QuarantineState.DISCARDED);
        assertThat(known.settled().orElseThrow().why()).isEqualTo("bản thử nghiệm");
        assertThat(store.quarantine().count(QuarantineFilter.all().in(Optional.of(QuarantineState.DISCARDED))))
                .isEqualTo(1);
        assertThatThrownBy(() -> store.replays().discard(entry, "user:an", "again"))
                .isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> start(QuarantineFilter.all())).hasMessageContaining("No open entry");
        assertThat(submit(whole(message("a", "m9"), refused("bad", raw("x")))).unchanged())
                .isEqualTo(1);
    }

    @Test
    void whatWentThroughAndIsRefusedAnewIsOpenAgain() throws Exception {
        long entry = refuse("m1", "bad", "x");
        step(start(QuarantineFilter.all()), entry, put("x", "one"));
        assertThat(submit(whole(message("a", "m2"), refused("bad", raw("x")))).quarantined())
                .isEqualTo(1);
    }

    @Test
    void aMendedFormKeepsWhoWhenAndTheOriginal() throws Exception {
        long entry = refuse("m1", "bad", "x");
        store.replays().mend(entry, "first".getBytes(StandardCharsets.UTF_8), "user:an", "sai ngày");
        store.replays().mend(entry, "second".getBytes(StandardCharsets.UTF_8), "user:binh", "sai tháng");
        assertThat(store.replays().mends(entry)).hasSize(2).last().satisfies(mend -> {
            assertThat(mend.by()).isEqualTo("user:binh");
            assertThat(mend.size()).isEqualTo(6);
            assertThat(mend.hash()).hasSize(64);
        });
        assertThat(store.replays().mended(entry).orElseThrow()).isEqualTo("second".getBytes(StandardCharsets.UTF_8));
        assertThat(store.quarantine().raw(entry).orElseThrow().readAllBytes())
                .isEqualTo("x".getBytes(StandardCharsets.UTF_8));
        step(start(QuarantineFilter.all()), entry, put("x", "one"));
        assertThat(store.quarantine().get(entry).orElseThrow().state()).isEqualTo(QuarantineState.MENDED);
        assertThatThrownBy(() -> store.replays().mend(entry, new byte[1], "user:an", ""))
                .isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> store.replays().mend(entry, new byte[ReplayStore.LARGEST_MEND + 1], "user:an", ""))
                .hasMessageContaining("1 MiB");
    }

    @Test
    void selectsByIdsAndTimeAndKeepsWhatTheTransportSaid() throws Exception {
        MessageRef m = message("a", "m1");
        submit(whole(
                new MessageRef(
                        m.source(),
                        m.tenant(),
                        m.id(),
                        m.named(),
                        m.name(),
                        m.receivedAt(),
                        m.adapter(),
                        m.adapterVersion(),
                        false,
                        Map.of("X-Kind", "năm")),
                refused("bad", raw("x"))));
        long entry = only();
        refuse("m2", "bad", "y");
        assertThat(store.replays().origin(entry).orElseThrow().attributes()).containsEntry("X-Kind", "năm");
        assertThat(store.replays().origin(entry).orElseThrow().receivedAt().toInstant())
                .isEqualTo(RECEIVED.toInstant());
        assertThat(start(QuarantineFilter.all().only(Set.of(entry, 77L))).total())
                .isEqualTo(1);
        OffsetDateTime at = store.quarantine().get(entry).orElseThrow().at();
        assertThat(start(QuarantineFilter.all().between(Optional.of(at.toInstant()), Optional.empty()))
                        .total())
                .isEqualTo(2);
        assertThatThrownBy(() -> start(QuarantineFilter.all().between(Optional.empty(), Optional.of(at.toInstant()))))
                .isInstanceOf(FaultException.class);
        assertThat(store.replays().list(Long.MAX_VALUE, 10)).hasSize(2);
    }

    private Replay start(QuarantineFilter filter) {
        return store.replays().create(new ReplayRequest(filter, 50, 10, "key:k1", "đã sửa"));
    }

    private Outcome outcome(Replay job, long entry) {
        return store.replays().item(job.id(), entry).orElseThrow().outcome();
    }

    private Delivered step(Replay job, long entry, Entry... entries) throws Exception {
        return submit(batch(job, entry, 0, true, false, entries));
    }

    private Batch batch(Replay job, long entry, long from, boolean last, boolean whole, Entry... entries) {
        Quarantined of = store.quarantine().get(entry).orElseThrow();
        return new Batch(
                message(of.source(), of.message(), true, "2.0.0"),
                from,
                from + entries.length,
                last,
                List.of(entries),
                Optional.empty(),
                fence,
                Optional.of(new ReplayStep(job.id(), entry, whole, "replay", RECEIVED)));
    }

    private long refuse(String id, String code, String raw) throws Exception {
        submit(whole(message("a", id), refused(code, raw(raw))));
        return store.quarantine()
                .page(QuarantineFilter.all(), Long.MAX_VALUE, 1)
                .get(0)
                .id();
    }

    private long only() {
        List<Quarantined> all = store.quarantine().page(QuarantineFilter.all(), Long.MAX_VALUE, 10);
        assertThat(all).hasSize(1);
        return all.get(0).id();
    }

    private static MessageRef later(String id) {
        MessageRef m = message("a", id);
        return new MessageRef(
                m.source(),
                m.tenant(),
                m.id(),
                m.named(),
                m.name(),
                m.receivedAt().plusMinutes(5),
                m.adapter(),
                m.adapterVersion(),
                false);
    }
}
