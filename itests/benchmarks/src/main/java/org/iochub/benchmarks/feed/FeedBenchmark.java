package org.iochub.benchmarks.feed;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.iochub.benchmarks.Benchmark;
import org.iochub.benchmarks.Options;
import org.iochub.benchmarks.ingest.Folders;
import org.iochub.benchmarks.ingest.MadeUpReports;
import org.iochub.benchmarks.ingest.ReportsNormalizer;

/** The readers' side: catching up, a crowd of event streams, those that nobody reads, and what reading costs ingest. Readers share the processors. */
public final class FeedBenchmark implements Benchmark {
    private static final int PER_FILE = 50_000;
    private static final int LIVE_SECONDS = 20;
    /** What readers find beside whom is ingested. */
    private static final int THERE = 50_000;

    @Override
    public void run(Options options, PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(options.folder()), "feed-");
        out.printf(
                "feed: %d rounds, heap %d MiB, %d processors%n",
                options.rounds(),
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.getRuntime().availableProcessors());
        try {
            int records = options.records();
            MadeUpReports reports = new MadeUpReports(options.seed());
            List<Path> files = reports.write(Files.createDirectories(folder.resolve("lines")), records, PER_FILE);
            List<Path> single =
                    reports.write(Files.createDirectories(folder.resolve("single")), LIVE_SECONDS * Live.PER_SECOND, 1);
            try (ServedHub hub = new ServedHub(folder.resolve("hub"), new ReportsNormalizer())) {
                for (Path file : files) {
                    hub.take(file);
                }
                new CatchUp(hub, records, out).run(options.rounds());
                new Stalled(hub, out).run(records);
            }
            Folders.delete(folder.resolve("hub"));
            try (ServedHub hub = new ServedHub(folder.resolve("hub"), new ReportsNormalizer())) {
                new Live(hub, out).run(single);
            }
            List<Path> there = new MadeUpReports(options.seed() + 1)
                    .write(Files.createDirectories(folder.resolve("there")), records + THERE, PER_FILE);
            new Beside(folder, out).run(there.subList(0, 1), there.subList(1, there.size()), records, options.rounds());
        } finally {
            Folders.delete(folder);
        }
    }
}
