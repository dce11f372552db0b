package org.iochub.benchmarks.feed;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.iochub.benchmarks.ingest.Folders;
import org.iochub.benchmarks.ingest.ReportsNormalizer;
import org.iochub.core.access.PersonalLevel;

/** Ingest as fast as it goes, alone and beside readers, in turns: how much reading slows it. */
final class Beside {
    private static final int CATCHING_UP = 8;
    private static final int STREAMS = 100;
    private static final double TARGET = 0.2;
    private static final int WARM_UPS = 2;

    private final Path folder;
    private final PrintStream out;

    Beside(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /**
     * Measures.
     *
     * @param there files that the hub has already taken: what readers find
     * @param files what is taken and measured
     */
    void run(List<Path> there, List<Path> files, int records, int rounds) throws Exception {
        out.printf(
                "ingest beside readers: %,d records, %d readers that catch up in a loop and %d event streams%n",
                records, CATCHING_UP, STREAMS);
        for (int i = 0; i < WARM_UPS; i++) {
            round(there, files, false);
            round(there, files, true);
        }
        List<Double> slowdowns = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Round alone = round(there, files, false);
            Round beside = round(there, files, true);
            slowdowns.add(1 - alone.seconds() / beside.seconds());
            out.printf(
                    "  %d alone %,.0f records/s; beside readers %,.0f records/s, who read %,.0f rows/s%n",
                    i + 1, records / alone.seconds(), records / beside.seconds(), beside.rows() / beside.seconds());
        }
        out.printf(
                "slowdown of ingest: %s; median %.2f (target: at most %.2f)%n",
                String.join(", ", slowdowns.stream().map("%.2f"::formatted).toList()),
                Figures.median(slowdowns),
                TARGET);
    }

    private record Round(double seconds, long rows) {}

    private Round round(List<Path> there, List<Path> files, boolean readers) throws Exception {
        Path place = folder.resolve("beside");
        try (ServedHub hub = new ServedHub(place, new ReportsNormalizer())) {
            for (Path file : there) {
                hub.take(file);
            }
            String key = hub.key(PersonalLevel.FULL);
            try (SseCrowd crowd = new SseCrowd(hub.url(), key, readers ? STREAMS : 0);
                    Loops loops = new Loops(hub, key, readers ? CATCHING_UP : 0)) {
                System.gc();
                long rows = loops.rows.get();
                long start = System.nanoTime();
                for (Path file : files) {
                    hub.take(file);
                }
                return new Round((System.nanoTime() - start) / 1e9, loops.rows.get() - rows);
            }
        } finally {
            Folders.delete(place);
        }
    }

    /** Readers that begin anew when they are through. */
    private static final class Loops implements AutoCloseable {
        private final AtomicLong rows = new AtomicLong();
        private final List<Thread> threads = new ArrayList<>();
        private volatile boolean stopped;

        Loops(ServedHub hub, String key, int readers) {
            for (int i = 0; i < readers; i++) {
                boolean array = i % 2 == 0;
                Thread thread = new Thread(() -> read(hub, key, array), "catching-up-" + i);
                threads.add(thread);
                thread.start();
            }
        }

        private void read(ServedHub hub, String key, boolean array) {
            try {
                while (!stopped) {
                    PageReader reader = new PageReader(hub.url(), key, array);
                    for (int page = reader.page(); page > 0 && !stopped; page = reader.page()) {
                        rows.addAndGet(page);
                    }
                }
            } catch (IOException e) {
                if (!stopped) {
                    throw new IllegalStateException(e);
                }
            }
        }

        @Override
        public void close() throws InterruptedException {
            stopped = true;
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }
}
