package org.iochub.benchmarks.feed;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.iochub.benchmarks.CpuByThread;
import org.iochub.core.access.PersonalLevel;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.FeedLog;
import org.iochub.core.log.FeedSlice;
import org.iochub.core.log.LoggedRecord;

/** A crowd of event streams behind one key while records come in one by one: how long after it was recorded each is there. */
final class Live {
    static final int READERS = 1_000;
    static final int PER_SECOND = 50;
    private static final int WARM_UP_SECONDS = 4;
    private static final double TARGET_SECONDS = 1;

    private final ServedHub hub;
    private final PrintStream out;

    Live(ServedHub hub, PrintStream out) {
        this.hub = hub;
        this.out = out;
    }

    /** @param files a record each */
    void run(List<Path> files) throws Exception {
        long before = hub.store().feed().head().position();
        int warmUp = Math.min(files.size() / 2, WARM_UP_SECONDS * PER_SECOND);
        CpuByThread cpu;
        try (SseCrowd crowd = new SseCrowd(hub.url(), hub.key(PersonalLevel.FULL), READERS)) {
            feed(files.subList(0, warmUp));
            crowd.await(warmUp);
            int from = crowd.received();
            cpu = new CpuByThread();
            long start = System.nanoTime();
            feed(files.subList(warmUp, files.size()));
            double seconds = (System.nanoTime() - start) / 1e9;
            Map<String, Long> used = cpu.nanos();
            crowd.await(files.size());
            print(crowd, from, before, files.size() - warmUp, seconds, used);
        }
    }

    private void feed(List<Path> files) throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < files.size(); i++) {
            long due = start + TimeUnit.SECONDS.toNanos(i) / PER_SECOND;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            hub.take(files.get(i));
        }
    }

    private void print(SseCrowd crowd, int from, long before, int records, double seconds, Map<String, Long> cpu) {
        Map<Long, Long> recorded = recorded(hub.store().feed(), before);
        int count = crowd.received() - from;
        long[] delays = new long[count];
        for (int i = 0; i < count; i++) {
            delays[i] = crowd.micros(from + i) - recorded.get(crowd.position(from + i));
        }
        out.printf(
                "live: %,d event streams with one key, %.0f records/s for %.0f s: %,d events, %d missed, %d twice or out of order%n",
                READERS, records / seconds, seconds, count, (long) READERS * records - count, crowd.disorder());
        out.printf(
                "recorded to received: p50 %.3f s, p99 %.3f s, max %.3f s (target: p99 below %.0f s); processors' use of the hub and its readers %.2f%n",
                Figures.part(delays, count, 0.5) / 1e6,
                Figures.part(delays, count, 0.99) / 1e6,
                Figures.part(delays, count, 1) / 1e6,
                TARGET_SECONDS,
                cpu.values().stream().mapToLong(Long::longValue).sum() / 1e9 / seconds);
    }

    /** When positions were recorded, in microseconds since 1970. */
    private static Map<Long, Long> recorded(FeedLog log, long before) {
        Map<Long, Long> recorded = new HashMap<>();
        boolean more = true;
        for (long at = before; more; ) {
            FeedSlice slice = log.read(FeedFilter.type(ServedHub.TYPE), at, 1_000, 1 << 24);
            for (LoggedRecord record : slice.records()) {
                recorded.put(
                        record.position(),
                        ChronoUnit.MICROS.between(
                                Instant.EPOCH, record.recordedAt().toInstant()));
            }
            at = slice.scannedTo();
            more = slice.more();
        }
        return recorded;
    }
}
