package org.iochub.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iochub.benchmarks.chaos.ChaosBenchmark;
import org.iochub.benchmarks.deploy.DeployBenchmark;
import org.iochub.benchmarks.feed.FeedBenchmark;
import org.iochub.benchmarks.ingest.DeclarativeBenchmark;
import org.iochub.benchmarks.ingest.IngestBenchmark;

/**
 * Runs the benchmark that is named, or all but the proof by fault, which takes an hour. Exits with 0 when it ran, whatever the
 * figures (1 when the proof found something wrong), and with 2 on a wrong word.
 */
public final class Main {
    private static final Map<String, Benchmark> KNOWN = new TreeMap<>(Map.of(
            "ingest",
            new IngestBenchmark(),
            "declarative",
            new DeclarativeBenchmark(),
            "deploy",
            new DeployBenchmark(),
            "feed",
            new FeedBenchmark(),
            ChaosBenchmark.NAME,
            new ChaosBenchmark()));

    private Main() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean named = args.length > 0 && !args[0].startsWith("--");
        if (named && !KNOWN.containsKey(args[0])) {
            wrong("no benchmark '" + args[0] + "'");
        }
        List<String> names = named
                ? List.of(args[0])
                : KNOWN.keySet().stream()
                        .filter(name -> !name.equals(ChaosBenchmark.NAME))
                        .toList();
        Options options = options(Arrays.copyOfRange(args, named ? 1 : 0, args.length));
        for (String name : names) {
            KNOWN.get(name).run(options, out);
        }
    }

    private static Options options(String[] words) {
        try {
            return Options.parse(words);
        } catch (IllegalArgumentException e) {
            wrong(e.getMessage());
            throw e;
        }
    }

    private static void wrong(String what) {
        System.err.println("hub bench: " + what);
        System.err.println("known benchmarks: " + String.join(", ", KNOWN.keySet()));
        System.err.println("options: " + Options.USAGE);
        System.exit(2);
    }
}
