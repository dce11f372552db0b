package org.iochub.store.internal.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.iochub.core.archive.Archive;
import org.iochub.core.archive.ArchivePage;
import org.iochub.core.archive.ArchiveQuery;
import org.iochub.core.archive.ArchiveUse;
import org.iochub.core.archive.ArchivedMessage;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.pipeline.internal.Intake;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.quarantine.QuarantineState;
import org.iochub.core.quarantine.Quarantined;
import org.iochub.core.replay.Outcome;
import org.iochub.core.replay.Replay;
import org.iochub.core.replay.ReplayItem;
import org.iochub.core.replay.ReplayRequest;
import org.iochub.core.replay.ReplayState;
import org.iochub.core.replay.Replays;
import org.iochub.core.replay.internal.Replayer;
import org.iochub.store.internal.testing.Databases;
import org.iochub.store.internal.testing.StoreTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole way: refused by one version of an adapter, replayed through the next, by the real pipeline and store. */
class ReplayerTest extends StoreTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Optional<Replayer> replayer = Optional.empty();
    private Optional<Archive> archive = Optional.empty();

    @Override
    protected Databases databases() {
        return Databases.h2();
    }

    @AfterEach
    void stop() {
        replayer.ifPresent(Replayer::close);
    }

    private void send(String source, String id, String body) throws Exception {
        Tasks tasks = Tasks.broken();
        new Intake(store.records(), folder.resolve("tmp"), Clock.systemUTC())
                .take(
                        tasks.origin(source, 0),
                        Optional.of(id),
                        Optional.empty(),
                        body,
                        Map.of("X-Kind", "thử"),
                        Optional.empty());
    }

    private Replayer with(Tasks adapter) {
        Replayer fresh = new Replayer(
                store.replays(),
                store.records(),
                store.quarantine(),
                adapter.adapters(),
                Tasks.leases(),
                () -> archive);
        replayer = Optional.of(fresh);
        fresh.start();
        return fresh;
    }

    private static ReplayRequest request(QuarantineFilter filter, int rate) {
        return new ReplayRequest(filter, rate, 100, "user:an", "đã sửa");
    }

    private Replay ended(Replay job) throws InterruptedException {
        return reaches(job, now -> now.state() == ReplayState.FINISHED);
    }

    private Replay reaches(Replay job, java.util.function.Predicate<Replay> wanted) throws InterruptedException {
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

    private List<String> titles() {
        return feed().stream().map(ReplayerTest::title).toList();
    }

    private static String title(LoggedRecord record) {
        return new String(record.data(), StandardCharsets.UTF_8)
                .replaceAll("(?s).*\"title\"\\s*:\\s*\"([^\"]*)\".*", "$1");
    }

    @Test
    void refusedRecordsGoThroughTheMendedAdapterInTheirOrder() throws Exception {
        send("a", "m1", "one\n!two\n!!three\n!four");
        Replays replays = with(Tasks.repaired());
        Replay job = ended(replays.start(request(QuarantineFilter.all(), 1_000)));
        assertThat(job.outcomes())
                .containsEntry(Outcome.RECORDED, 2L)
                .containsEntry(Outcome.REFUSED, 1L)
                .containsEntry(Outcome.PENDING, 0L);
        assertThat(titles()).containsExactly("one", "two", "four");
        assertThat(feed()).extracting(r -> r.reason().orElse("news")).containsExactly("news", "replay", "replay");
        Quarantined open = store.quarantine()
                .page(QuarantineFilter.all(), Long.MAX_VALUE, 10)
                .get(0);
        assertThat(open.fault().code()).isEqualTo("worse");
        assertThat(open.adapterVersion()).isEqualTo("2.0.0");
        assertThat(replays.counts())
                .containsEntry(new Replays.Tally("a", Outcome.RECORDED), 2L)
                .containsEntry(new Replays.Tally("a", Outcome.REFUSED), 1L);
    }

    @Test
    void aMessageThatBrokeOffIsReadWhole() throws Exception {
        send("a", "m1", "one\n#two\n!!three\nfour");
        Replay job = ended(with(Tasks.repaired()).start(request(QuarantineFilter.all(), 1_000)));
        assertThat(job.outcomes()).containsEntry(Outcome.RECORDED, 1L);
        assertThat(titles()).containsExactly("one", "two", "four");
        assertThat(store.quarantine().page(QuarantineFilter.all(), Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.position()).isEqualTo("line 3"));
    }

    @Test
    void whatCannotBeReadAloneSaysSoAndComesFromTheArchiveWhereThereIsOne() throws Exception {
        send("a", "m1", "one\n!two");
        send("gone", "m2", "!x");
        Replayer replays = with(Tasks.repaired().bound());
        Replay first = ended(replays.start(request(QuarantineFilter.all(), 1_000)));
        assertThat(first.outcomes()).containsEntry(Outcome.IMPOSSIBLE, 2L);
        assertThat(replays.items(first.id(), Optional.empty(), 0, 10))
                .extracting(item -> item.fault().orElseThrow().code())
                .containsExactly("needs-message", "source-not-ready");
        archive = Optional.of(new OneMessage("a", "m1", "one\n!two"));
        Replay second = ended(replays.start(request(
                new QuarantineFilter(Optional.of(Set.of("a")), Optional.empty(), Optional.empty(), Optional.empty()),
                1_000)));
        assertThat(second.outcomes()).containsEntry(Outcome.RECORDED, 1L);
        assertThat(titles()).containsExactly("one", "two");
    }

    @Test
    void aRecordMendedByHandIsTakenAndMarked() throws Exception {
        send("a", "m1", "!!two");
        long entry = store.quarantine()
                .page(QuarantineFilter.all(), Long.MAX_VALUE, 1)
                .get(0)
                .id();
        Replayer replays = with(Tasks.broken());
        ended(replays.mend(entry, "hai".getBytes(StandardCharsets.UTF_8), "user:an", "dấu thừa"));
        assertThat(titles()).containsExactly("hai");
        assertThat(store.quarantine().get(entry).orElseThrow().state()).isEqualTo(QuarantineState.MENDED);
        assertThat(new String(store.quarantine().raw(entry).orElseThrow().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("!!two");
        LoggedRecord taken = feed().get(0);
        assertThat(store.reader()
                        .current(taken.type(), taken.id())
                        .orElseThrow()
                        .notes())
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.code()).isEqualTo("mended-by-hand");
                    assertThat(note.message().en()).contains("user:an", "entry " + entry);
                });
    }

    @Test
    void aJobKeepsItsRateIsPausedAndGoesOnInAnotherProcessLife() throws Exception {
        String lines = IntStream.range(0, 60).mapToObj(i -> "!t" + i).collect(Collectors.joining("\n"));
        send("a", "m1", lines);
        Replayer first = with(Tasks.repaired());
        long start = System.nanoTime();
        Replay job = first.start(request(QuarantineFilter.all(), 40));
        reaches(job, now -> now.outcomes().get(Outcome.RECORDED) >= 10);
        assertThat(System.nanoTime() - start)
                .isGreaterThan(Duration.ofMillis(9 * 25).toNanos());
        first.pause(job.id());
        long had = feed().size();
        assertThat(had).isBetween(10L, 59L);
        first.close();
        reopen();
        assertThat(feed()).hasSize((int) had);
        Replayer second = with(Tasks.repaired());
        second.resume(job.id());
        reaches(job, now -> now.outcomes().get(Outcome.RECORDED) >= had + 2);
        second.close();
        reopen();
        with(Tasks.repaired());
        assertThat(ended(job).outcomes()).containsEntry(Outcome.RECORDED, 60L);
        assertThat(titles())
                .containsExactlyElementsOf(
                        IntStream.range(0, 60).mapToObj(i -> "t" + i).toList());
    }

    @Test
    void aCancelledJobLeavesTheRestOpen() throws Exception {
        String lines = IntStream.range(0, 40).mapToObj(i -> "!t" + i).collect(Collectors.joining("\n"));
        send("a", "m1", lines);
        Replayer replays = with(Tasks.repaired());
        Replay job = replays.start(request(QuarantineFilter.all(), 20));
        reaches(job, now -> now.outcomes().get(Outcome.RECORDED) >= 2);
        Replay cancelled = replays.cancel(job.id());
        assertThat(cancelled.state()).isEqualTo(ReplayState.CANCELLED);
        assertThat(store.quarantine().count(QuarantineFilter.all())).isEqualTo(cancelled.pending());
        Replay rest = ended(replays.start(request(QuarantineFilter.all(), 1_000)));
        assertThat(rest.total()).isEqualTo(cancelled.pending());
        assertThat(store.quarantine().count(QuarantineFilter.all())).isZero();
        assertThat(replays.items(job.id(), Optional.of(Outcome.PENDING), 0, 100))
                .extracting(ReplayItem::accepted)
                .containsOnly(0L);
    }

    private record OneMessage(String source, String message, String body) implements Archive {
        private ArchivedMessage archived() {
            return new ArchivedMessage(
                    source,
                    "quang-ngai",
                    message,
                    true,
                    message,
                    java.time.OffsetDateTime.parse("2026-01-01T00:00:00+07:00"),
                    body.length(),
                    "",
                    Map.of(),
                    "tasks",
                    "1.0.0",
                    false,
                    "1");
        }

        @Override
        public List<ArchivedMessage> find(String from, String name) {
            return from.equals(source) && name.equals(message) ? List.of(archived()) : List.of();
        }

        @Override
        public Optional<ArchivedMessage> at(String from, String place) {
            return Optional.of(archived());
        }

        @Override
        public ArchivePage page(ArchiveQuery query) {
            return new ArchivePage(List.of(archived()), Optional.empty(), List.of());
        }

        @Override
        public InputStream open(ArchivedMessage of) {
            return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public List<ArchiveUse> use() {
            return List.of();
        }
    }
}
