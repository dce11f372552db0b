package org.iochub.store.internal.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.iochub.core.archive.ArchivePolicy;
import org.iochub.core.archive.ArchivedMessage;
import org.iochub.core.difference.DifferenceExample;
import org.iochub.core.difference.DifferenceKind;
import org.iochub.core.difference.DifferenceReport;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.pipeline.internal.CorrectionPipeline;
import org.iochub.core.pipeline.internal.CorrectionPreview;
import org.iochub.core.pipeline.internal.Intake;
import org.iochub.core.replay.Outcome;
import org.iochub.core.replay.RenormaliseRequest;
import org.iochub.core.replay.Replay;
import org.iochub.core.replay.ReplayItem;
import org.iochub.core.replay.ReplayState;
import org.iochub.core.replay.internal.Renormaliser;
import org.iochub.core.replay.internal.Replayer;
import org.iochub.model.FaultException;
import org.iochub.model.record.RecordTypes;
import org.iochub.store.internal.testing.Databases;
import org.iochub.store.internal.testing.Merger;
import org.iochub.store.internal.testing.StoreTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole way: an archive read again by the next version of an adapter, dry and for real, by the real pipeline and store. */
class RenormaliserTest extends StoreTest {
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-03-01T08:00:00+07:00");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Arrivals archive = new Arrivals();
    private Optional<Replayer> replayer = Optional.empty();
    private Renormaliser renormaliser;
    private int minutes;

    @Override
    protected Databases databases() {
        return Databases.h2();
    }

    @AfterEach
    void stop() {
        replayer.ifPresent(Replayer::close);
    }

    private ArchivedMessage send(String id, String body) throws Exception {
        OffsetDateTime at = START.plusMinutes(++minutes);
        new Intake(store.records(), folder.resolve("tmp"), Clock.fixed(at.toInstant(), ZoneOffset.ofHours(7)))
                .take(
                        new Plans(false).origin(0, ArchivePolicy.Mode.NONE),
                        Optional.of(id),
                        Optional.empty(),
                        body,
                        Map.of(),
                        Optional.empty());
        return archive.add(id, at, body);
    }

    private void with(boolean second, ArchivePolicy.Mode mode) {
        replayer.ifPresent(Replayer::close);
        var adapters = new Plans(second).adapters(mode);
        renormaliser = new Renormaliser(
                store.renormalisations(),
                store.replays(),
                adapters,
                () -> Optional.of(archive),
                new CorrectionPipeline(store.records()),
                new CorrectionPreview(
                        store.reader(),
                        store.messages(),
                        new Merger(),
                        (type, major) -> Optional.of(RecordTypes.TASK),
                        store.renormalisations()::made),
                Clock.systemUTC());
        Replayer fresh = new Replayer(
                store.replays(),
                store.records(),
                store.quarantine(),
                adapters,
                Tasks.leases(),
                () -> Optional.of(archive),
                Optional.of(renormaliser));
        replayer = Optional.of(fresh);
        fresh.start();
    }

    private Replay dry() throws InterruptedException {
        return ended(renormaliser.dry(request(1_000)));
    }

    private static RenormaliseRequest request(int rate) {
        return new RenormaliseRequest("a", Optional.empty(), Optional.empty(), Optional.empty(), rate, "user:an", "");
    }

    private Replay ended(Replay job) throws InterruptedException {
        return reaches(job, now -> now.state() == ReplayState.FINISHED);
    }

    private Replay reaches(Replay job, Predicate<Replay> wanted) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Replay now = store.replays().get(job.id()).orElseThrow();
            if (wanted.test(now)) {
                return now;
            }
            assertThat(System.nanoTime()).as(now.toString()).isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private DifferenceReport report(Replay job) {
        return renormaliser.differences(job.id()).orElseThrow();
    }

    @Test
    void aDryRunShowsTheChangedFieldAndApplyingBringsExactlyThat() throws Exception {
        send("m1", "a eins\nb zwei");
        send("m2", "a eins\nb zwo\nc drei");
        send("m3", "b zwo");
        with(true, ArchivePolicy.Mode.PLAIN);
        Replay dry = dry();
        assertThat(feed()).hasSize(4);
        DifferenceReport report = report(dry);
        assertThat(report.count(DifferenceKind.CHANGED)).isEqualTo(3);
        assertThat(report.tally(CorrectionPreview.FEED + "task")).isEqualTo(3);
        assertThat(report.tally(CorrectionPreview.SUPERSEDED)).isEqualTo(1);
        assertThat(report.fields()).singleElement().satisfies(field -> {
            assertThat(field.field()).isEqualTo("assigneeOrg");
            assertThat(field.records()).isEqualTo(3);
            assertThat(field.examples())
                    .extracting(DifferenceExample::before, DifferenceExample::after)
                    .containsOnly(org.assertj.core.groups.Tuple.tuple(Optional.of("STC"), Optional.of("Sở Tài chính")));
        });
        assertThat(dry.outcomes()).containsEntry(Outcome.RECORDED, 2L).containsEntry(Outcome.UNCHANGED, 1L);

        Replay done = ended(renormaliser.apply(dry.id(), 1_000, "user:an", "mapping mended"));
        assertThat(done.outcomes()).containsEntry(Outcome.RECORDED, 2L).containsEntry(Outcome.UNCHANGED, 1L);
        List<LoggedRecord> corrections = feed().subList(4, feed().size());
        assertThat(corrections).extracting(r -> r.reason().orElse("")).containsOnly("correction");
        assertThat(corrections).extracting(RenormaliserTest::title).containsExactly("eins", "zwo", "drei");
        assertThat(corrections).allSatisfy(r -> assertThat(text(r)).contains("Sở Tài chính"));
        assertThat(report(done).count(DifferenceKind.CHANGED)).isEqualTo(3);

        Replay again = ended(renormaliser.apply(dry.id(), 1_000, "user:an", ""));
        assertThat(feed()).hasSize(7);
        assertThat(again.outcomes().getOrDefault(Outcome.RECORDED, 0L)).isZero();
        assertThat(report(dry()).fields()).isEmpty();
    }

    @Test
    void theReportTellsWhatIsNewRefusedAndNotMadeAnyMore() throws Exception {
        send("m1", "n1 neu\nr1 weg\nd1 nichts\nnr beide");
        with(true, ArchivePolicy.Mode.PLAIN);
        Replay dry = dry();
        DifferenceReport report = report(dry);
        assertThat(report.count(DifferenceKind.ONLY_AFTER)).isEqualTo(1);
        assertThat(report.count(DifferenceKind.REFUSED_AFTER)).isEqualTo(1);
        assertThat(report.count(DifferenceKind.ONLY_BEFORE)).isEqualTo(1);
        assertThat(report.count(DifferenceKind.REFUSED_BOTH)).isEqualTo(1);
        ended(renormaliser.apply(dry.id(), 1_000, "user:an", ""));
        assertThat(feed()).extracting(RenormaliserTest::title).containsExactly("weg", "nichts", "neu");
        assertThat(feed()).allSatisfy(r -> assertThat(r.data()).isNotEmpty());
    }

    @Test
    void ofSeveralChangesOfARecordInOneMessageTheLastCorrects() throws Exception {
        send("m1", "a erst\na dann\nb x");
        with(true, ArchivePolicy.Mode.PLAIN);
        ended(renormaliser.apply(dry().id(), 1_000, "user:an", ""));
        assertThat(feed()).extracting(RenormaliserTest::title).containsExactly("erst", "dann", "x", "dann", "x");
    }

    @Test
    void damageIsSaidAndEverythingAroundItIsDone() throws Exception {
        send("m1", "a eins");
        archive.spoil(send("m2", "b zwei"));
        send("m3", "c drei");
        archive.missing();
        with(true, ArchivePolicy.Mode.PLAIN);
        Replay dry = dry();
        assertThat(dry.outcomes()).containsEntry(Outcome.RECORDED, 2L).containsEntry(Outcome.IMPOSSIBLE, 2L);
        Replay done = ended(renormaliser.apply(dry.id(), 1_000, "user:an", ""));
        assertThat(done.outcomes()).containsEntry(Outcome.RECORDED, 2L).containsEntry(Outcome.IMPOSSIBLE, 2L);
        assertThat(store.replays().items(done.id(), Optional.of(Outcome.IMPOSSIBLE), 0, 10))
                .extracting(item -> item.fault().orElseThrow().code())
                .containsExactlyInAnyOrder("archive-damaged", "archive-missing");
        assertThat(feed()).hasSize(5);
    }

    @Test
    void bothRunsGoOnInAnotherProcessLifeWithoutARepeat() throws Exception {
        for (int i = 0; i < 30; i++) {
            send("m" + i, "a" + i + " t" + i);
        }
        with(true, ArchivePolicy.Mode.PLAIN);
        Replay dry = renormaliser.dry(request(40));
        reaches(dry, now -> now.outcomes().get(Outcome.RECORDED) >= 1);
        replayer.orElseThrow().close();
        reopen();
        with(true, ArchivePolicy.Mode.PLAIN);
        ended(dry);
        assertThat(report(dry).count(DifferenceKind.CHANGED)).isEqualTo(30);
        assertThat(report(dry).total()).isEqualTo(30);

        Replay job = renormaliser.apply(dry.id(), 40, "user:an", "");
        reaches(job, now -> now.outcomes().get(Outcome.RECORDED) >= 5);
        replayer.orElseThrow().close();
        reopen();
        with(true, ArchivePolicy.Mode.PLAIN);
        assertThat(ended(job).outcomes()).containsEntry(Outcome.RECORDED, 30L);
        assertThat(feed()).hasSize(60);
        assertThat(feed().subList(30, 60)).extracting(RenormaliserTest::title).doesNotHaveDuplicates();
    }

    @Test
    void aCancelledJobKeepsWhatItBrought() throws Exception {
        for (int i = 0; i < 20; i++) {
            send("m" + i, "a" + i + " t" + i);
        }
        with(true, ArchivePolicy.Mode.PLAIN);
        Replay dry = dry();
        Replay job = renormaliser.apply(dry.id(), 20, "user:an", "");
        reaches(job, now -> now.outcomes().get(Outcome.RECORDED) >= 2);
        Replay cancelled = replayer.orElseThrow().cancel(job.id());
        assertThat(cancelled.pending()).isPositive();
        assertThat(feed()).hasSize(20 + (int) (20 - cancelled.pending()));
        assertThat(store.replays().items(job.id(), Optional.of(Outcome.PENDING), 0, 100))
                .extracting(ReplayItem::message)
                .allSatisfy(message -> assertThat(message).isPresent());
    }

    @Test
    void whatCannotBeginSaysWhy() throws Exception {
        with(true, ArchivePolicy.Mode.PLAIN);
        refuses("nothing-to-renormalise", () -> renormaliser.dry(request(10)));
        send("m1", "a eins");
        Replay dry = dry();
        refuses("unknown-replay", () -> renormaliser.apply(99, 10, "user:an", ""));
        Replay job = ended(renormaliser.apply(dry.id(), 10, "user:an", ""));
        refuses("not-a-dry-run", () -> renormaliser.apply(job.id(), 10, "user:an", ""));
        with(false, ArchivePolicy.Mode.PLAIN);
        refuses("adapter-changed", () -> renormaliser.apply(dry.id(), 10, "user:an", ""));
        with(true, ArchivePolicy.Mode.NONE);
        refuses("archive-forbidden", () -> renormaliser.dry(request(10)));
    }

    private static void refuses(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().code()).isEqualTo(code));
    }

    private static String text(LoggedRecord record) {
        return new String(record.data(), StandardCharsets.UTF_8);
    }

    private static String title(LoggedRecord record) {
        return text(record).replaceAll("(?s).*\"title\"\\s*:\\s*\"([^\"]*)\".*", "$1");
    }
}
