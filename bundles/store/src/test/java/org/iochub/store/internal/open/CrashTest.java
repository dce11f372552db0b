package org.iochub.store.internal.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.FeedSlice;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.store.RecordStore;
import org.iochub.store.internal.testing.Merger;
import org.iochub.store.internal.testing.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process while it writes, again and again: what it said was taken must be there, once. */
class CrashTest {
    private static final int ROUNDS = Integer.getInteger("iochub.crash.rounds", 8);
    private static final int LINES = Integer.getInteger("iochub.crash.lines", 150);

    @TempDir
    Path folder;

    private final Map<String, Integer> taken = new TreeMap<>();
    private final Map<Long, String> before = new TreeMap<>();
    private long rung;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void nothingTakenIsLostAndNothingComesTwice() throws Exception {
        Random random = new Random(20_260_301);
        for (int round = 0; round < ROUNDS; round++) {
            run(round, 1 + random.nextInt(LINES), random.nextInt(3_000_000));
            check(round);
        }
        assertThat(taken).isNotEmpty();
    }

    /** Lets the child run until it has printed so many lines and some nanoseconds more, then kills it. */
    private void run(int round, int lines, int nanos) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashChild.class.getName(),
                        folder.toString(),
                        String.valueOf(round))
                .redirectError(folder.resolve("stderr" + round).toFile())
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < lines; i++) {
                note(out.readLine());
            }
            long until = System.nanoTime() + nanos;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            // Not child.destroyForcibly(), which would close the pipe with what was printed last.
            child.toHandle().destroyForcibly();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                // The last line may be cut off.
                if (line.matches("rung \\d+|taken \\S+ \\d+")) {
                    note(line);
                }
            }
        } finally {
            child.destroyForcibly();
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isEqualTo(137);
    }

    private void note(String line) {
        assertThat(line).isNotNull().doesNotStartWith("failed");
        String[] words = line.split(" ");
        if (words[0].equals("rung")) {
            rung = Math.max(rung, Long.parseLong(words[1]));
        } else {
            taken.put(words[1], Integer.valueOf(words[2]));
        }
    }

    private void check(int round) throws Exception {
        try (Store store = new Store(Store.Settings.embedded(folder), new Merger(), position -> {}).opened()) {
            List<LoggedRecord> log = log(store);
            assertThat(log)
                    .extracting(LoggedRecord::position)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, log.size()).boxed().toList());
            // What a reader was told of stays where it was.
            assertThat((long) log.size()).isGreaterThanOrEqualTo(rung);
            Map<Long, String> now = log.stream()
                    .collect(
                            Collectors.toMap(LoggedRecord::position, LoggedRecord::version, (x, y) -> x, TreeMap::new));
            before.forEach((position, version) -> assertThat(now).containsEntry(position, version));
            before.putAll(now);
            assertThat(log).extracting(LoggedRecord::version).doesNotHaveDuplicates();

            List<String> values = log.stream().map(CrashTest::value).toList();
            Set<String> once = new HashSet<>(values);
            assertThat(values).hasSize(once.size());
            Map<String, Long> found = values.stream()
                    .collect(Collectors.groupingBy(v -> v.substring(0, v.lastIndexOf('/')), Collectors.counting()));
            taken.forEach((batch, size) -> assertThat(found).containsEntry(batch, (long) size));
            // Whole batches only, each with its one entry in quarantine.
            assertThat(store.quarantine().count(QuarantineFilter.all())).isEqualTo(found.size());
            for (String batch : found.keySet()) {
                checkProgress(store, batch, found);
            }
        }
    }

    private static void checkProgress(Store store, String batch, Map<String, Long> found) {
        String[] part = batch.split("/");
        String message = part[0] + "/" + part[1] + "/" + part[2];
        long size = 1 + Long.parseLong(part[2]) * 7 % 60;
        assertThat(found.get(batch)).isEqualTo(size);
        boolean whole = found.containsKey(message + "/1");
        assertThat(store.records().resume(Sample.message(part[0], "r" + part[1] + "-" + part[2])))
                .isEqualTo(whole ? RecordStore.TAKEN : size + 1);
    }

    private static List<LoggedRecord> log(Store store) {
        List<LoggedRecord> all = new ArrayList<>();
        FeedSlice slice;
        long at = 0;
        do {
            slice = store.feed().read(FeedFilter.all(), at, 1_000, 1 << 20);
            all.addAll(slice.records());
            at = slice.scannedTo();
        } while (slice.more());
        return all;
    }

    private static String value(LoggedRecord record) {
        String json = new String(record.data(), StandardCharsets.UTF_8);
        return json.substring(json.indexOf("\"value\":\"") + 9, json.length() - 2);
    }
}
