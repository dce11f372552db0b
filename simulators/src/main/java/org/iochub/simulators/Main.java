package org.iochub.simulators;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/**
 * Starts every simulator, says in one line of JSON what instances of which adapters read them (by instance id, each with
 * its settings), and runs until it is killed.
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        List<Simulator> simulators = Simulators.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> simulators.forEach(Simulator::close)));
        tell(options, new ObjectMapper().writeValueAsString(instances(simulators)));
        new CountDownLatch(1).await();
    }

    private static Map<String, Map<String, String>> instances(List<Simulator> simulators) {
        Map<String, Map<String, String>> instances = new TreeMap<>();
        simulators.forEach(simulator -> instances.putAll(simulator.instances()));
        return instances;
    }

    private static void tell(Options options, String json) throws IOException {
        if (options.out().isEmpty()) {
            System.out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
            System.out.flush();
            return;
        }
        // Whole or not at all: somebody waits for the file.
        Path out = options.out().get().toAbsolutePath();
        Path part = out.resolveSibling(out.getFileName() + ".part");
        Files.writeString(part, json + "\n");
        Files.move(part, out, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
