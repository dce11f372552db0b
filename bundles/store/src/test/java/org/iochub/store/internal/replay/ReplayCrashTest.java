package org.iochub.store.internal.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.pipeline.internal.Intake;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.replay.Outcome;
import org.iochub.core.replay.ReplayRequest;
import org.iochub.store.internal.open.Store;
import org.iochub.store.internal.testing.Merger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process in the middle of a replay, again and again: every entry is in the feed once, in order. */
class ReplayCrashTest {
    private static final int ENTRIES = 1_500;
    private static final int ROUNDS = 5;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void nothingIsLostAndNothingComesTwice() throws Exception {
        long job;
        try (Store store = open()) {
            String body = IntStream.range(0, ENTRIES).mapToObj(i -> "!t" + i).collect(Collectors.joining("\n"));
            new Intake(store.records(), folder.resolve("tmp"), Clock.systemUTC())
                    .take(
                            Tasks.broken().origin("a", 0),
                            Optional.of("m"),
                            Optional.empty(),
                            body,
                            Map.of(),
                            Optional.empty());
            job = store.replays()
                    .create(new ReplayRequest(QuarantineFilter.all(), 1_000, 50, "user:an", ""))
                    .id();
        }
        Random random = new Random(20_260_301);
        long done = 0;
        for (int round = 0; round < ROUNDS; round++) {
            done = Math.max(done, killed(job, done + 20 + random.nextInt(150)));
            try (Store store = open()) {
                var now = store.replays().get(job).orElseThrow();
                // What readers were told of is there, and outcomes and feed say the same.
                assertThat(now.total() - now.pending()).isGreaterThanOrEqualTo(done);
                assertThat(log(store)).hasSize((int) (now.total() - now.pending()));
            }
        }
        assertThat(killed(job, Long.MAX_VALUE)).isEqualTo(ENTRIES);
        try (Store store = open()) {
            assertThat(log(store))
                    .extracting(r -> new String(r.data(), StandardCharsets.UTF_8)
                            .replaceAll("(?s).*\"title\"\\s*:\\s*\"([^\"]*)\".*", "$1"))
                    .containsExactlyElementsOf(
                            IntStream.range(0, ENTRIES).mapToObj(i -> "t" + i).toList());
            assertThat(store.replays().get(job).orElseThrow().outcomes())
                    .containsEntry(Outcome.RECORDED, (long) ENTRIES);
            assertThat(store.quarantine().count(QuarantineFilter.all())).isZero();
        }
    }

    private Store open() {
        return new Store(Store.Settings.embedded(folder), new Merger(), position -> {}).opened();
    }

    private static List<LoggedRecord> log(Store store) {
        return store.feed().read(FeedFilter.all(), 0, 10_000, 100_000_000).records();
    }

    /** Lets the child replay until so many entries are in the feed, or all, then kills it. @return the last position rung */
    private long killed(long job, long until) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReplayCrashChild.class.getName(),
                        folder.toString(),
                        Long.toString(job))
                .redirectError(folder.resolve("stderr").toFile())
                .start();
        long done = 0;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ");
                if (words[0].equals("rung")) {
                    done = Long.parseLong(words[1]);
                }
                if (done >= until || line.equals("finished")) {
                    break;
                }
            }
            child.toHandle().destroyForcibly();
        } finally {
            child.destroyForcibly();
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isEqualTo(137);
        return done;
    }
}
