package org.iochub.core.pipeline.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.core.archive.ArchivePolicy;
import org.iochub.core.archive.ArchiveUnavailableException;
import org.iochub.core.archive.Archiver;
import org.iochub.core.store.Batch;
import org.iochub.core.store.Entry;
import org.iochub.core.store.MessageRef;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.code.TaskStatus;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.record.TaskBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
    private static final OffsetDateTime DAY = OffsetDateTime.parse("2026-03-02T08:00:00+07:00");

    @TempDir
    Path folder;

    private final RecordingStore store = new RecordingStore();

    /** A task per line; {@code !} refuses, {@code ?} is an impossible record, {@code #} breaks the rest. */
    private static Stream<Change> tasks(RawMessage message) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(message.open(), StandardCharsets.UTF_8));
        return reader.lines().map(IntakeTest::change);
    }

    private static Change change(String line) {
        RawPart raw = RawPart.of("line", line);
        return switch (line) {
            case "!" -> new Change.Refusal(Fault.of("bad", "line", "hỏng", "bad"), raw);
            case "#" -> throw FaultException.of("truncated", "", "bị cắt", "cut off");
            case "boom" -> throw new IllegalStateException("a bug");
            default ->
                new Change.Upsert<>(
                        RecordTypes.TASK,
                        TaskBuilder.builder()
                                .taskCode(line)
                                .title(line.equals("?") ? "x".repeat(5_000) : line)
                                .assigningOrg("UBND")
                                .assigneeOrg("STC")
                                .assignedAt(DAY)
                                .status(TaskStatus.ASSIGNED)
                                .build(),
                        Optional.empty(),
                        VersionKey.arrival(),
                        raw);
        };
    }

    private Taken take(Normalizer normalizer, Object body, Optional<String> id) throws Exception {
        Intake intake = new Intake(store, folder, Clock.systemUTC());
        Origin origin = new Origin("nguon", "quang-ngai", "tasks", "1.0.0", false, normalizer, 1);
        return intake.take(origin, id, Optional.empty(), body, Map.of(), Optional.of("cp"));
    }

    @Test
    void refusalsGoToQuarantineAndTheRestGoesOn() throws Exception {
        Taken taken = take(IntakeTest::tasks, "a\n!\n?\nb", Optional.of("m1"));

        assertThat(taken.delivered().accepted()).isEqualTo(2);
        assertThat(taken.delivered().quarantined()).isEqualTo(2);
        assertThat(store.entries)
                .extracting(e -> e.getClass().getSimpleName())
                .containsExactly("Put", "Refused", "Refused", "Put");
        assertThat(((Entry.Refused) store.entries.get(2)).stage()).isEqualTo("validate");
        assertThat(store.refusedRaw).containsExactly("!", "?");
        assertThat(taken.newest()).contains(DAY);
    }

    @Test
    void whatWasTakenGoesPastTheTapsOfItsSourceAndTheirFailuresStopNothing() throws Exception {
        PassedMessages passed = new PassedMessages();
        java.util.List<String> heard = new java.util.ArrayList<>();
        var failing = passed.attach("nguon", message -> {
            throw new IllegalStateException("a tap's own mistake");
        });
        var hearing = passed.attach("nguon", message -> heard.add(message.id()));
        passed.attach("other", message -> heard.add("of another source"));
        Intake intake = new Intake(store, org.iochub.core.archive.Archiver.NONE, folder, Clock.systemUTC(), passed);
        Origin origin = new Origin("nguon", "quang-ngai", "tasks", "1.0.0", false, IntakeTest::tasks, 1);
        for (String id : new String[] {"m1", "m2"}) {
            intake.take(origin, Optional.of(id), Optional.empty(), "a", Map.of(), Optional.empty());
            hearing.close();
        }
        failing.close();

        assertThat(heard).containsExactly("m1");
        assertThat(store.batches).hasSize(2);
    }

    @Test
    void aBrokenRestIsRefusedWholeAfterWhatCouldBeRead() throws Exception {
        take(IntakeTest::tasks, "a\n#\nb", Optional.of("m1"));

        assertThat(store.entries).hasSize(2);
        Entry.Refused rest = (Entry.Refused) store.entries.get(1);
        assertThat(rest.fault().code()).isEqualTo("truncated");
        assertThat(store.refusedRaw).containsExactly("a\n#\nb");
        assertThat(store.batches.get(0).last()).isTrue();
    }

    @Test
    void aBugInAnAdapterIsSaidAndStopsNothing() throws Exception {
        take(IntakeTest::tasks, "a\nboom\nb", Optional.of("m1"));

        Entry.Refused rest = (Entry.Refused) store.entries.get(1);
        assertThat(rest.fault().code()).isEqualTo("adapter-error");
        assertThat(rest.fault().message().en()).contains("IllegalStateException", "tasks");
    }

    @Test
    void nothingCountsAsTakenBeforeItsRawMessageIsOnDisk() throws Exception {
        CompletableFuture<Void> disk = new CompletableFuture<>();
        List<String> kept = new ArrayList<>();
        ArchivePolicy policy = new ArchivePolicy(ArchivePolicy.Mode.PLAIN, Duration.ofDays(1), 1L << 30);
        Archiver archive = new Archiver() {
            @Override
            public ArchivePolicy policy(ArchiveWish wish) {
                return policy;
            }

            @Override
            public CompletableFuture<Void> keep(ArchivePolicy wanted, MessageRef message, Body body)
                    throws IOException {
                assertThat(wanted).isEqualTo(policy);
                kept.add(message.id() + " " + body.attributes() + " "
                        + new String(body.open().readAllBytes()));
                return disk;
            }
        };
        disk.completeExceptionally(new ArchiveUnavailableException(
                Fault.of("archive-unavailable", "nguon", "đĩa đầy", "disk full"), new IOException("no space")));
        Intake intake = new Intake(store, archive, folder, Clock.systemUTC());
        Origin origin = new Origin("nguon", "quang-ngai", "tasks", "1.0.0", false, IntakeTest::tasks, 1, policy);

        assertThatThrownBy(() -> intake.take(
                        origin, Optional.of("m1"), Optional.empty(), "a", Map.of("k", "v"), Optional.of("cp")))
                .isInstanceOf(ArchiveUnavailableException.class)
                .hasMessageContaining("disk full");

        assertThat(kept).containsExactly("m1 {k=v} a");
        assertThat(store.batches).noneMatch(Batch::last);
    }

    @Test
    void theCheckpointStandsInTheLastBatchOnly() throws Exception {
        take(IntakeTest::tasks, lines(2_500), Optional.of("m1"));

        assertThat(store.batches)
                .extracting(Batch::checkpoint)
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of("cp"));
        assertThat(store.batches).extracting(Batch::to).containsExactly(1_000L, 2_000L, 2_500L);
    }

    @Test
    void aHalfTakenMessageGoesOnWhereItStopped() throws Exception {
        store.failAt(1);
        assertThatThrownBy(() -> take(IntakeTest::tasks, lines(2_500), Optional.of("m1")))
                .isInstanceOf(StoreRefusal.class)
                .hasMessageContaining("disk full");
        store.recover();

        take(IntakeTest::tasks, lines(2_500), Optional.of("m1"));

        assertThat(store.entries).hasSize(2_500);
        assertThat(store.batches.get(1).from()).isEqualTo(1_000);
    }

    @Test
    void aMessageTakenBeforeIsNotTakenAgain() throws Exception {
        take(IntakeTest::tasks, "a", Optional.of("m1"));
        Taken again = take(IntakeTest::tasks, "a", Optional.of("m1"));

        assertThat(again.delivered().accepted()).isZero();
        assertThat(store.batches).hasSize(1);
    }

    @Test
    void aMessageWithoutANameIsKnownByItsDigest() throws Exception {
        take(IntakeTest::tasks, "a", Optional.empty());

        assertThat(store.batches.get(0).message().id())
                .isEqualTo("sha256:ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");
        assertThat(store.batches.get(0).message().named()).isFalse();
    }

    @Test
    void aLargeStreamGoesThroughAFileThatIsGoneAfterwards() throws Exception {
        byte[] body = lines(400_000).getBytes(StandardCharsets.UTF_8);
        InputStream in = new ByteArrayInputStream(body);
        long[] size = new long[1];
        take(
                message -> {
                    size[0] = message.size();
                    assertThat(folder)
                            .isDirectoryContaining(file -> file.toString().endsWith(".raw"));
                    return Stream.empty();
                },
                in,
                Optional.of("big"));

        assertThat(size[0]).isEqualTo(body.length).isGreaterThan(1 << 20);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileIsReadWhereItStandsAndLeftThere() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "a\nb");

        take(IntakeTest::tasks, file, Optional.of("file"));

        assertThat(store.entries).hasSize(2);
        assertThat(file).exists();
    }

    @Test
    void contentThatIsBrokenIsRefusedAndADiskThatFailsIsTriedAgain() throws Exception {
        take(
                m -> {
                    throw new java.util.zip.ZipException("bad header");
                },
                "x",
                Optional.of("zip"));
        assertThat(((Entry.Refused) store.entries.get(0)).fault().code()).isEqualTo("unreadable");

        assertThatThrownBy(() -> take(
                        m -> {
                            throw new IOException("no space left");
                        },
                        "x",
                        Optional.of("disk")))
                .isInstanceOf(IOException.class);
    }

    private static String lines(int count) {
        StringBuilder lines = new StringBuilder();
        IntStream.range(0, count).forEach(i -> lines.append("t").append(i).append('\n'));
        return lines.toString();
    }
}
