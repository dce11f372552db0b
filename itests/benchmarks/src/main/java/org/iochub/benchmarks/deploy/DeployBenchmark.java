package org.iochub.benchmarks.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.iochub.benchmarks.Benchmark;
import org.iochub.benchmarks.Options;
import org.iochub.benchmarks.ingest.Folders;

/** Rounds of deploy, update and undeploy in a started hub, under load on another source: how long, and what is left. */
public final class DeployBenchmark implements Benchmark {
    private static final int ROUNDS = 50;
    private static final long PATIENCE_SECONDS = 60;
    private static final long LOOK_MILLIS = 20;
    private static final String LOADED = "one-stop";
    private static final String FEED = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Đo</title>"
            + "<link>http://127.0.0.1/</link><description>Đo</description></channel></rss>";

    private final CountDownLatch never = new CountDownLatch(1);

    @Override
    public void run(Options options, PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(options.folder()), "deploy-");
        HttpServer press = press();
        try (StartedHub hub = new StartedHub(folder.resolve("hub"))) {
            hub.configure("tenant-quang-ngai", "name.vi = Quảng Ngãi", "name.en = Quang Ngai", "areas = 51");
            hub.configure("source-" + LOADED, "adapter = dossiers", "tenant = quang-ngai", "applicantKinds = citizen1");
            hub.configure(
                    "source-bench-media",
                    "adapter = online-media",
                    "tenant = quang-ngai",
                    "feeds = http://127.0.0.1:" + press.getAddress().getPort() + "/rss",
                    "period = 5s",
                    "outlet = Báo đo thử");
            await("the loaded source", () -> hub.get("/api/v1/sources/" + LOADED), DeployBenchmark::running);
            int rounds = options.roundsGiven() ? options.rounds() : ROUNDS;
            String since = hub.get("/api/v1/sources/" + LOADED).path("since").asText();
            String key = hub.pushKey(LOADED);
            try (Inside inside = new Inside(hub.pid());
                    Pushes pushes = new Pushes(hub, LOADED, key)) {
                out.printf("deploy: %d rounds of deploy, update, undeploy; dossiers are pushed meanwhile%n", rounds);
                for (Dropped dropped : List.of(Dropped.adapter(), Dropped.source())) {
                    measure(hub, inside, dropped, rounds, out);
                }
                JsonNode loaded = hub.get("/api/v1/sources/" + LOADED);
                out.printf(
                        "neighbour: %,d pushes taken, %d refused, slowest %.2f s; its routes %s%n",
                        pushes.taken(),
                        pushes.refused(),
                        pushes.slowestSeconds(),
                        running(loaded) && loaded.path("since").asText().equals(since)
                                ? "ran through"
                                : "DID NOT run through: " + loaded);
            }
        } finally {
            press.stop(0);
            Folders.delete(folder);
        }
    }

    private void measure(StartedHub hub, Inside inside, Dropped dropped, int rounds, PrintStream out) throws Exception {
        // What is made once and kept is made before the first figure.
        for (int i = 0; i < 2; i++) {
            try {
                round(hub, dropped, i, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            } catch (RefusedFile e) {
                out.printf("%s: not measured, the hub refuses it: %s%n", dropped.title(), e.getMessage());
                Files.deleteIfExists(hub.data().resolve("deploy").resolve(dropped.file()));
                return;
            }
        }
        List<Double> deploys = new ArrayList<>();
        List<Double> updates = new ArrayList<>();
        List<Double> removals = new ArrayList<>();
        Inside.Held before = inside.held();
        for (int i = 0; i < rounds; i++) {
            round(hub, dropped, i + 2, deploys, updates, removals);
        }
        Inside.Held after = inside.held();
        out.printf("%s%n  %-42s %8s %8s %8s%n", dropped.title(), "seconds", "median", "90 %", "worst");
        print(out, "file complete → instance runs", deploys);
        print(out, "update complete → new version runs", updates);
        print(out, "file removed → verdict gone", removals);
        out.printf("  %-42s %8s %8s %8s%n", "held, after garbage collection", "before", "after", "a round");
        held(out, "threads", before.threads(), after.threads(), rounds);
        held(out, "loaded classes", before.classes(), after.classes(), rounds);
        held(out, "MBeans", before.mbeans(), after.mbeans(), rounds);
        held(out, "open file handles", before.files(), after.files(), rounds);
        held(out, "heap KiB", before.heapKib(), after.heapKib(), rounds);
    }

    private void round(
            StartedHub hub,
            Dropped dropped,
            int number,
            List<Double> deploys,
            List<Double> updates,
            List<Double> removals)
            throws Exception {
        deploys.add(seconds(() -> deploy(hub, dropped, "1." + number + ".0")));
        updates.add(seconds(() -> deploy(hub, dropped, "1." + number + ".1")));
        removals.add(seconds(() -> {
            Files.delete(hub.data().resolve("deploy").resolve(dropped.file()));
            await(
                    "the removal",
                    () -> hub.get("/api/v1/deployments"),
                    all -> verdict(all, dropped.file()).isMissingNode());
        }));
    }

    private void deploy(StartedHub hub, Dropped dropped, String version) throws Exception {
        hub.drop(dropped.content().of(version), dropped.file());
        await("a verdict on " + version, () -> hub.get("/api/v1/deployments"), all -> {
            JsonNode verdict = verdict(all, dropped.file());
            if (verdict.has("accepted") && !verdict.path("accepted").asBoolean()) {
                throw new RefusedFile(verdict.path("reason").path("en").asText());
            }
            return verdict.path("running").asText().equals(version);
        });
        await(
                "version " + version,
                () -> hub.get("/api/v1/sources/" + dropped.instance()),
                source -> running(source)
                        && source.path("adapterVersion").asText().equals(version));
    }

    /** The last verdict stands before earlier refusals. */
    private static JsonNode verdict(JsonNode all, String file) {
        for (JsonNode one : all.path("deployments")) {
            if (one.path("file").asText().equals(file)) {
                return one;
            }
        }
        return all.path("none");
    }

    private static boolean running(JsonNode source) {
        return source.path("state").asText().equals("running");
    }

    /** The hub does not take the file. */
    private static final class RefusedFile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedFile(String reason) {
            super(reason);
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private interface Question {
        JsonNode ask() throws Exception;
    }

    private interface Answer {
        boolean fits(JsonNode document) throws Exception;
    }

    private static double seconds(Step step) throws Exception {
        long began = System.nanoTime();
        step.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private void await(String what, Question question, Answer answer) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!answer.fits(question.ask())) {
            if (System.nanoTime() > end) {
                throw new IOException("not within " + PATIENCE_SECONDS + " s: " + what + "; " + question.ask());
            }
            never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static void print(PrintStream out, String what, List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        out.printf(
                "  %-42s %8.2f %8.2f %8.2f%n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get(Math.min(sorted.size() - 1, sorted.size() * 9 / 10)),
                sorted.get(sorted.size() - 1));
    }

    private static void held(PrintStream out, String what, long before, long after, int rounds) {
        out.printf("  %-42s %,8d %,8d %+8.2f%n", what, before, after, (after - before) / (double) rounds);
    }

    private static HttpServer press() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/rss", exchange -> {
            byte[] body = FEED.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/rss+xml; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
