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
import org.iochub.benchmarks.Memory;
import org.iochub.benchmarks.Options;

/**
 * Two contenders take turns in one process on the same lines of JSON.
 *
 * @param name of the benchmark
 * @param first what is measured
 * @param second what it is measured by
 * @param target the ratio first/second that is to be reached
 */
record Duel(String name, Named first, Named second, double target) {
    /** @param name in the table, a short word */
    record Named(String name, Contender contender) {}

    private static final int LINES_PER_MESSAGE = 50_000;
    private static final int WARM_UP = 100_000;
    /** The compiler needs seconds for code this wide, and must not be measured with it. */
    private static final int WARM_UPS = 5;

    private static final String ROW = "%-8s %12s %8s %8s %13s %11s %14s%n";

    void run(Options options, Path folder, PrintStream out) throws Exception {
        int records = options.records();
        List<Path> files = write(folder.resolve("lines"), options.seed(), records);
        int warmUp = Math.min(records, WARM_UP);
        List<Path> warmUpFiles = write(folder.resolve("warm-up"), options.seed() + 1, warmUp);
        long input = Folders.size(folder.resolve("lines"));
        out.printf(
                "%s: %,d reports of %d bytes a round, %d pairs of rounds, heap %d MiB, %d processors%n",
                name,
                records,
                input / records,
                options.rounds(),
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.getRuntime().availableProcessors());
        Path place = folder.resolve("database");
        out.printf(ROW, "round", "records/s", "seconds", "CPU s", "heap/live MiB", "bytes/rec", "read back/s");
        for (int i = 0; i < WARM_UPS; i++) {
            round(first.name() + " …", first.contender(), warmUpFiles, warmUp, place, out);
            round(second.name() + " …", second.contender(), warmUpFiles, warmUp, place, out);
        }
        double[] firstRates = new double[options.rounds()];
        double[] secondRates = new double[options.rounds()];
        for (int i = 0; i < options.rounds(); i++) {
            firstRates[i] = round(first.name() + " " + (i + 1), first.contender(), files, records, place, out);
            secondRates[i] = round(second.name() + " " + (i + 1), second.contender(), files, records, place, out);
        }
        summary(firstRates, secondRates, out);
    }

    private static List<Path> write(Path folder, long seed, int records) throws IOException {
        return new MadeUpReports(seed).write(Files.createDirectories(folder), records, LINES_PER_MESSAGE);
    }

    /** @return records per second */
    private static double round(
            String name, Contender contender, List<Path> files, int records, Path place, PrintStream out)
            throws Exception {
        Memory memory = new Memory();
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

    private void summary(double[] ones, double[] others, PrintStream out) {
        List<String> each = new ArrayList<>();
        double[] ratios = new double[ones.length];
        for (int i = 0; i < ones.length; i++) {
            ratios[i] = ones[i] / others[i];
            each.add("%.2f".formatted(ratios[i]));
        }
        out.printf(
                "median: %s %,.0f records/s, %s %,.0f records/s%n",
                first.name(), median(ones), second.name(), median(others));
        out.printf(
                "ratio %s/%s: %s; median %.2f (target: at least %.2f)%n",
                first.name(), second.name(), String.join(", ", each), median(ratios), target);
        out.printf("most memory of the process: %d MiB%n", Memory.residentPeak() >> 20);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
