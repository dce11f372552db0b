package org.iochub.benchmarks.ingest;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.iochub.benchmarks.Benchmark;
import org.iochub.benchmarks.Memory;
import org.iochub.benchmarks.Options;

/** From lines of JSON to durable rows and a readable feed: the hub and a plain program take turns in one process. */
public final class IngestBenchmark implements Benchmark {
    private static final int LINES_PER_MESSAGE = 50_000;
    private static final int WARM_UP = 100_000;
    /** The compiler needs seconds for code this wide, and must not be measured with it. */
    private static final int WARM_UPS = 5;

    private static final double TARGET = 0.5;
    private static final String ROW = "%-8s %12s %8s %8s %13s %11s %14s%n";

    private final Memory memory = new Memory();

    @Override
    public void run(Options options, PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(options.folder()), "ingest-");
        try {
            measure(options, folder, out);
        } finally {
            Folders.delete(folder);
        }
    }

    private void measure(Options options, Path folder, PrintStream out) throws Exception {
        int records = options.records();
        List<Path> files = write(folder.resolve("lines"), options.seed(), records);
        int warmUp = Math.min(records, WARM_UP);
        List<Path> warmUpFiles = write(folder.resolve("warm-up"), options.seed() + 1, warmUp);
        long input = Folders.size(folder.resolve("lines"));
        out.printf(
                "ingest: %,d reports of %d bytes a round, %d pairs of rounds, heap %d MiB, %d processors%n",
                records,
                input / records,
                options.rounds(),
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.getRuntime().availableProcessors());
        force(folder.resolve("force"), out);

        Contender hub = new HubContender();
        Contender plain = new PlainContender();
        Path place = folder.resolve("database");
        out.printf(ROW, "round", "records/s", "seconds", "CPU s", "heap/live MiB", "bytes/rec", "read back/s");
        for (int i = 0; i < WARM_UPS; i++) {
            round("hub …", hub, warmUpFiles, warmUp, place, out);
            round("plain …", plain, warmUpFiles, warmUp, place, out);
        }
        double[] hubRates = new double[options.rounds()];
        double[] plainRates = new double[options.rounds()];
        for (int i = 0; i < options.rounds(); i++) {
            hubRates[i] = round("hub " + (i + 1), hub, files, records, place, out);
            plainRates[i] = round("plain " + (i + 1), plain, files, records, place, out);
        }
        summary(hubRates, plainRates, out);
    }

    private static List<Path> write(Path folder, long seed, int records) throws IOException {
        return new MadeUpReports(seed).write(Files.createDirectories(folder), records, LINES_PER_MESSAGE);
    }

    private static void force(Path place, PrintStream out) throws Exception {
        double[] millis = ForceTime.measure(place);
        Folders.delete(place);
        Arrays.sort(millis);
        out.printf(
                "force to disk after a commit of 1,000 rows: median %.1f ms, 95 %% within %.1f ms%n",
                median(millis), millis[millis.length * 95 / 100]);
    }

    /** @return records per second */
    private double round(String name, Contender contender, List<Path> files, int records, Path place, PrintStream out)
            throws Exception {
        memory.reset();
        Contender.Round round = contender.run(files, records, Files.createDirectories(place));
        double rate = records / round.seconds();
        Memory.Peak peak = memory.peak();
        out.printf(
                ROW,
                name,
                "%,.0f".formatted(rate),
                "%.2f".formatted(round.seconds()),
                "%.2f".formatted(sum(round.cpu()) / 1e9),
                (peak.used() >> 20) + " / " + (peak.live() >> 20),
                round.bytes() / records,
                round.readSeconds() == 0 ? "" : "%,.0f".formatted(records / round.readSeconds()));
        out.printf("         CPU us/record: %s%n", perRecord(round.cpu(), records));
        Folders.delete(place);
        return rate;
    }

    private static long sum(Map<String, Long> cpu) {
        return cpu.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Of the threads that used more than a little, the busiest first. */
    private static String perRecord(Map<String, Long> cpu, int records) {
        return cpu.entrySet().stream()
                .filter(thread -> thread.getValue() > sum(cpu) / 50)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(thread -> "%s %.1f".formatted(thread.getKey(), thread.getValue() / 1e3 / records))
                .collect(Collectors.joining(", "));
    }

    private static void summary(double[] hub, double[] plain, PrintStream out) {
        List<String> each = new ArrayList<>();
        double[] ratios = new double[hub.length];
        for (int i = 0; i < hub.length; i++) {
            ratios[i] = hub[i] / plain[i];
            each.add("%.2f".formatted(ratios[i]));
        }
        out.printf("median: hub %,.0f records/s, plain %,.0f records/s%n", median(hub), median(plain));
        out.printf(
                "ratio hub/plain: %s; median %.2f (target: at least %.1f)%n",
                String.join(", ", each), median(ratios), TARGET);
        out.printf("most memory of the process: %d MiB%n", Memory.residentPeak() >> 20);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
