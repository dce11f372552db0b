package org.iochub.benchmarks.ingest;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.iochub.benchmarks.Benchmark;
import org.iochub.benchmarks.Options;

/** From lines of JSON to durable rows and a readable feed: the hub and a plain program take turns in one process. */
public final class IngestBenchmark implements Benchmark {
    private static final double TARGET = 0.5;
    private static final double ARCHIVE_TARGET = 0.85;

    @Override
    public void run(Options options, PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(options.folder()), "ingest-");
        try {
            force(folder.resolve("force"), out);
            (options.archive() ? archive() : plain()).run(options, folder, out);
        } finally {
            Folders.delete(folder);
        }
    }

    private static Duel plain() {
        return new Duel(
                "ingest",
                new Duel.Named("hub", new HubContender(new ReportsNormalizer())),
                new Duel.Named("plain", new PlainContender()),
                TARGET);
    }

    /** The hub with its raw archive against the hub without. */
    private static Duel archive() {
        return new Duel(
                "archive",
                new Duel.Named("archive", new HubContender(new ReportsNormalizer(), true)),
                new Duel.Named("without", new HubContender(new ReportsNormalizer())),
                ARCHIVE_TARGET);
    }

    private static void force(Path place, PrintStream out) throws Exception {
        double[] millis = ForceTime.measure(place);
        Folders.delete(place);
        Arrays.sort(millis);
        out.printf(
                "force to disk after a commit of 1,000 rows: median %.1f ms, 95 %% within %.1f ms%n",
                Duel.median(millis), millis[millis.length * 95 / 100]);
    }
}
