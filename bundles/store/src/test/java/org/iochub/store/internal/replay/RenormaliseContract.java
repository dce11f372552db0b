package org.iochub.store.internal.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iochub.store.internal.testing.Sample.id;
import static org.iochub.store.internal.testing.Sample.message;
import static org.iochub.store.internal.testing.Sample.put;
import static org.iochub.store.internal.testing.Sample.raw;
import static org.iochub.store.internal.testing.Sample.refused;
import static org.iochub.store.internal.testing.Sample.remove;
import static org.iochub.store.internal.testing.Sample.whole;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.iochub.api.Delivered;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.replay.Outcome;
import org.iochub.core.replay.Renormalisation;
import org.iochub.core.replay.RenormaliseStore;
import org.iochub.core.replay.ReplayState;
import org.iochub.core.replay.ReplayStore;
import org.iochub.core.store.Batch;
import org.iochub.core.store.Entry;
import org.iochub.core.store.MessageRef;
import org.iochub.core.store.ReplayStep;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.store.internal.testing.StoreTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an archived message that is read again may replace. */
public abstract class RenormaliseContract extends StoreTest {
    private long fence;

    @BeforeEach
    void lease() {
        fence = store.records().takeOver(ReplayStore.LEASE, "here");
    }

    @Test
    void whatItsOwnArrivalMadeIsReplacedAsACorrectionAndStaysInTheHistory() throws Exception {
        submit(whole(at("m1", 1), put("x", "one")));
        long job = job("m1", "m1");
        assertThat(step(job, 1, at("m1", 1), put("x", "eins"))).isEqualTo(new Delivered(1, 0, 0, 0, 2));
        assertThat(feed()).extracting(r -> r.reason().orElse("news")).containsExactly("news", "correction");
        assertThat(current("x")).isEqualTo("eins");
        assertThat(history("x")).containsExactly("eins", "one");
        assertThat(outcome(job, 1)).isEqualTo(Outcome.RECORDED);

        assertThat(step(job, 2, at("m1", 1), put("x", "eins")).accepted()).isZero();
        assertThat(outcome(job, 2)).isEqualTo(Outcome.UNCHANGED);
        assertThat(feed()).hasSize(2);
    }

    @Test
    void anOlderArrivalNeverReplacesANewerOneWhateverTheKeys() throws Exception {
        submit(whole(at("m1", 1), put("x", "old"), put("y", 1, "old")));
        submit(whole(at("m2", 2), put("x", "new"), put("y", 2, "new")));
        long job = job("m1");
        step(job, 1, at("m1", 1), put("x", "better"), put("y", 9_000, "better"));
        assertThat(current("x")).isEqualTo("new");
        assertThat(current("y")).isEqualTo("new");
        assertThat(outcome(job, 1)).isEqualTo(Outcome.OUTDATED);
        assertThat(feed()).hasSize(4);
        assertThat(history("y")).containsExactly("new", "old");
    }

    @Test
    void anArrivalThatLostByItsKeyLosesAgainAndTheOneThatWonIsReplacedWhateverItsNewKey() throws Exception {
        submit(whole(at("m1", 1), put("x", 5, "five")));
        submit(whole(at("m2", 2), put("x", 4, "four")));
        long job = job("m2", "m1");
        step(job, 1, at("m2", 2), put("x", 4, "vier"));
        assertThat(current("x")).isEqualTo("five");
        assertThat(outcome(job, 1)).isEqualTo(Outcome.OUTDATED);
        step(job, 2, at("m1", 1), put("x", 3, "fünf"));
        assertThat(current("x")).isEqualTo("fünf");
        assertThat(store.reader()
                        .current("facility", id("facility", "x"))
                        .orElseThrow()
                        .notes())
                .isEmpty();
        assertThat(store.reader()
                        .current("facility", id("facility", "x"))
                        .orElseThrow()
                        .key())
                .isEqualTo(VersionKey.revision(3));
    }

    @Test
    void theSameMessageArrivedTwiceEachHasItsOwnPlace() throws Exception {
        submit(whole(unnamed("sha256:a", 1), put("x", "a")));
        submit(whole(unnamed("sha256:b", 2), put("x", "b")));
        submit(whole(unnamed("sha256:a", 3), put("x", "a")));
        long job = job("sha256:a", "sha256:b", "sha256:a");
        step(job, 1, unnamed("sha256:a", 1), put("x", "A1"));
        step(job, 2, unnamed("sha256:b", 2), put("x", "B"));
        assertThat(current("x")).isEqualTo("a");
        step(job, 3, unnamed("sha256:a", 3), put("x", "A"));
        assertThat(current("x")).isEqualTo("A");
        assertThat(feed()).hasSize(4);
    }

    @Test
    void newRecordsComeAndDeletedOnesStayDeleted() throws Exception {
        submit(whole(at("m1", 1), put("x", "one"), refused("bad", raw("n")), put("e", "person")));
        submit(whole(at("m2", 2), remove("x", VersionKey.arrival())));
        store.erasures().erase("facility", id("facility", "e"));
        long job = job("m1");
        step(job, 1, at("m1", 1), put("x", "eins"), put("n", "neu"), put("e", "person again"));
        assertThat(current("x")).isEqualTo("-");
        assertThat(current("e")).isEqualTo("-");
        assertThat(current("n")).isEqualTo("neu");
    }

    @Test
    void whatIsRefusedNowIsToldAndNotPutIntoQuarantine() throws Exception {
        submit(whole(at("m1", 1), put("x", "one")));
        long job = job("m1");
        step(job, 1, at("m1", 1), refused("worse", raw("x")));
        assertThat(current("x")).isEqualTo("one");
        assertThat(store.quarantine().count(QuarantineFilter.all())).isZero();
        assertThat(outcome(job, 1)).isEqualTo(Outcome.REFUSED);
        Fault fault = store.replays().item(job, 1).orElseThrow().fault().orElseThrow();
        assertThat(fault.code()).isEqualTo("worse");
        assertThat(fault.where()).isEqualTo("at x");
    }

    @Test
    void aLongMessageGoesOnWhereItWasAndAPausedJobTakesNothing() throws Exception {
        submit(whole(at("m1", 1), put("x", "one"), put("y", "one")));
        long job = job("m1");
        submit(batch(job, 1, at("m1", 1), 0, false, put("x", "eins")));
        assertThat(store.renormalisations().pending(job, 10))
                .extracting(RenormaliseStore.Item::taken)
                .containsExactly(1L);
        store.replays().move(job, ReplayState.PAUSED);
        assertThatThrownBy(() -> submit(batch(job, 1, at("m1", 1), 1, true, put("y", "eins"))))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(FaultException.class);
        store.replays().move(job, ReplayState.RUNNING);
        submit(batch(job, 1, at("m1", 1), 1, true, put("y", "eins")));
        assertThat(store.replays().item(job, 1).orElseThrow().accepted()).isEqualTo(2);
        assertThat(values(feed())).containsExactly("one", "one", "eins", "eins");
    }

    @Test
    void aReportIsKeptWithItsOutcomesAndForgetsItsWorkAtTheEnd() {
        long job = job("m1", "m2");
        Fault damage = Fault.of("archive-missing", "000002", "Thiếu.", "Missing.");
        store.renormalisations().list(job, List.of(), List.of(damage), Optional.empty(), fence);
        store.renormalisations()
                .settle(
                        job,
                        List.of(new RenormaliseStore.Seen(1, Outcome.RECORDED, Optional.empty())),
                        "{}",
                        Map.of(7L, new byte[] {1}, 8L, new byte[] {2}),
                        fence);
        store.renormalisations().settle(job, List.of(), "{\"a\":1}", Map.of(7L, new byte[] {3}), fence);
        reopen();
        assertThat(store.renormalisations().report(job)).contains("{\"a\":1}");
        assertThat(store.renormalisations().made(job, List.of(7L, 9L))).containsOnlyKeys(7L);
        assertThat(store.renormalisations().made(job, List.of(7L)).get(7L)).containsExactly(3);
        assertThat(store.replays().get(job).orElseThrow().outcomes())
                .containsEntry(Outcome.RECORDED, 1L)
                .containsEntry(Outcome.IMPOSSIBLE, 1L)
                .containsEntry(Outcome.PENDING, 1L);
        store.renormalisations().finish(job);
        assertThat(store.renormalisations().made(job, List.of(7L))).isEmpty();
        assertThat(store.renormalisations().report(job)).isPresent();
    }

    private static MessageRef at(String id, int minute) {
        MessageRef m = message("a", id);
        return moved(m, minute);
    }

    private static MessageRef unnamed(String id, int minute) {
        return moved(message("a", id, false, "1.0.0"), minute);
    }

    private static MessageRef moved(MessageRef m, int minute) {
        return new MessageRef(
                m.source(),
                m.tenant(),
                m.id(),
                m.named(),
                m.name(),
                m.receivedAt().plusMinutes(minute),
                m.adapter(),
                m.adapterVersion(),
                false);
    }

    private long job(String... messages) {
        Renormalisation plan = new Renormalisation(
                "a",
                Optional.empty(),
                Instant.parse("2026-03-02T00:00:00Z"),
                Optional.empty(),
                Optional.of(1L),
                "2.0.0");
        long job = store.renormalisations()
                .create(plan, messages.length, 50, "key:k1", "")
                .id();
        store.renormalisations()
                .list(
                        job,
                        Stream.of(messages)
                                .map(m -> new RenormaliseStore.Found(m, "p"))
                                .toList(),
                        List.of(),
                        Optional.empty(),
                        fence);
        assertThat(store.replays().get(job).orElseThrow().renormalisation()).contains(plan);
        return job;
    }

    private Outcome outcome(long job, long entry) {
        return store.replays().item(job, entry).orElseThrow().outcome();
    }

    private List<String> history(String name) {
        return store.reader().history("facility", id("facility", name), 10).stream()
                .map(version -> value(version.record()))
                .toList();
    }

    private Delivered step(long job, long entry, MessageRef message, Entry... entries) throws Exception {
        return submit(batch(job, entry, message, 0, true, entries));
    }

    private Batch batch(long job, long entry, MessageRef message, long from, boolean last, Entry... entries) {
        return new Batch(
                message,
                from,
                from + entries.length,
                last,
                List.of(entries),
                Optional.empty(),
                fence,
                Optional.of(new ReplayStep(job, entry, true, ReplayStep.CORRECTION, message.receivedAt())));
    }
}
