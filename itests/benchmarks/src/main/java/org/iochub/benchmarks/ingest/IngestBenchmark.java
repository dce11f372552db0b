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

    @Override
    public void run(Options options, PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(options.folder()), "ingest-");
        try {
            force(folder.resolve("force"), out);
            new Duel(
                            "ingest",
                            new Duel.Named("hub", new HubContender(new ReportsNormalizer())),
                            new Duel.Named("plain", new PlainContender()),
                            TARGET)
                    .run(options, folder, out);
        } finally {
            Folders.delete(folder);
        }
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
