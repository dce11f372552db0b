package org.iochub.benchmarks.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.iochub.benchmarks.Benchmark;
import org.iochub.benchmarks.Options;
import org.iochub.benchmarks.ingest.Folders;
import org.iochub.chaos.Chaos;
import org.iochub.chaos.Proof;

/** The proof by fault in its long form: a started hub is killed again and again, and everything else goes wrong as well. */
public final class ChaosBenchmark implements Benchmark {
    public static final String NAME = "chaos";

    @Override
    public void run(Options options, PrintStream out) throws Exception {
        Path command = Path.of(System.getProperty("hub.home", ""), "hub");
        if (!Files.isRegularFile(command)) {
            throw new IOException("start this with ./hub bench chaos: the property hub.home names no clone");
        }
        Path folder = Files.createTempDirectory(
                Files.createDirectories(options.folder().toAbsolutePath()), "chaos-");
        long seed = options.seedGiven() ? options.seed() : System.nanoTime();
        Proof proof = new Chaos(command, folder, Map.of(), out).run(plan(options), seed);
        if (!proof.wrong().isEmpty()) {
            proof.wrong().forEach(out::println);
            throw new IllegalStateException(
                    "seed " + seed + " found something wrong; what the hub wrote lies in " + folder);
        }
        Folders.delete(folder);
    }

    private static Chaos.Plan plan(Options options) {
        int others = options.roundsGiven() ? options.rounds() : Chaos.Plan.others(options.kills());
        return Chaos.Plan.thorough(options.kills(), others);
    }
}
