package org.iochub.simulators.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.iochub.simulators.Simulator;
import org.iochub.simulators.Simulators;

/**
 * Runs against a hub that is ready: makes its keys, starts the simulators, configures a source for each, drops the
 * hot-deployed adapter, serves the example board, waits until every source has delivered and prints what to try.
 *
 * <p>Arguments: {@code URL DATA ADAPTER_JAR CLONE BOARD_PORT [--once]}; the administrator's key in {@code HUB_ADMIN_KEY}. Exits with 0
 * when every source delivered and the board is served, 1 with what did not.
 */
public final class Demo {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** Tỉnh Quảng Ngãi, which most simulated sources belong to. */
    private static final String BOARD_AREA = "51";

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final HubAdmin hub;
    private final Path data;
    private final PrintStream out;
    private final BoardServer board;

    private Demo(HubAdmin hub, Path data, PrintStream out, BoardServer board) {
        this.hub = hub;
        this.data = data;
        this.out = out;
        this.board = board;
    }

    public static void main(String[] args) throws Exception {
        boolean once = List.of(args).contains("--once");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        HubAdmin hub = new HubAdmin(URI.create(args[0]), System.getenv("HUB_ADMIN_KEY"));
        BoardServer board = new BoardServer(Path.of(args[3]), hub.url(), Integer.parseInt(args[4]));
        System.exit(new Demo(hub, Path.of(args[1]), out, board).run(Path.of(args[2]), once));
    }

    private int run(Path adapter, boolean once) throws Exception {
        String pushKey = hub.makeKey(Map.of("name", "demo push", "push", List.of("*")));
        String boardKey = hub.makeKey(Map.of("name", "demo board", "read", true, "personal", "none"));
        String readKey = hub.makeKey(Map.of("name", "demo reader", "read", true, "personal", "masked"));
        List<Simulator> simulators = Simulators.start(1, hub.url(), pushKey, once);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> simulators.forEach(Simulator::close)));
        Map<String, Map<String, String>> instances = new TreeMap<>();
        simulators.forEach(simulator -> instances.putAll(simulator.instances()));
        new SourceFiles(data.resolve("etc")).write(instances);
        Instant dropped = drop(adapter);
        Set<String> silent = awaitDelivery(instances.keySet(), Instant.now().plus(PATIENCE));
        out.print("\n" + SourceTable.of(hub.sources()) + "\n");
        if (!silent.isEmpty()) {
            out.println("Chưa có dữ liệu / not delivered: " + String.join(", ", silent));
            return 1;
        }
        out.println("Mọi nguồn đã gửi dữ liệu; bộ kết nối " + adapter.getFileName() + " được thả vào deploy/ lúc "
                + dropped + ".");
        out.println("Every source has delivered; " + adapter.getFileName() + " was dropped into deploy/ meanwhile.");
        if (!new BoardCheck(board.url(), hub.url(), boardKey).passes(out)) {
            return 1;
        }
        if (once) {
            return 0;
        }
        tellBoard(boardKey);
        tellWhatToTry(readKey);
        new CountDownLatch(1).await();
        return 0;
    }

    /** The file appears whole, as a copy between file systems would not. */
    private Instant drop(Path adapter) throws IOException {
        Path deploy = data.resolve("deploy");
        Path part = deploy.resolve("." + adapter.getFileName() + ".part");
        Files.copy(adapter, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(
                part,
                deploy.resolve(adapter.getFileName()),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        return Instant.now();
    }

    /** Looks until every source has delivered a record. @return those that had not when the time was over */
    private Set<String> awaitDelivery(Set<String> wanted, Instant until) throws IOException, InterruptedException {
        Set<String> silent = wanted;
        CountDownLatch never = new CountDownLatch(1);
        while (!silent.isEmpty() && Instant.now().isBefore(until)) {
            Map<String, JsonNode> status = hub.sources().stream()
                    .collect(Collectors.toMap(source -> source.path("id").asText(), source -> source));
            silent = wanted.stream()
                    .filter(id -> Optional.ofNullable(status.get(id))
                            .filter(this::hasDelivered)
                            .isEmpty())
                    .collect(Collectors.toCollection(java.util.TreeSet::new));
            if (!silent.isEmpty()) {
                never.await(LOOK_EVERY.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
            }
        }
        return silent;
    }

    /** Taken something since this start, and a record of it stands in the feed. */
    private boolean hasDelivered(JsonNode source) {
        return source.path("lastSuccess").isTextual()
                && hub.hasRecords(source.path("id").asText());
    }

    /** What a visitor looks at first. */
    private void tellBoard(String key) {
        out.println();
        out.println("Bảng điều hành / the board:");
        out.println("  " + board.url(key, BOARD_AREA));
    }

    private void tellWhatToTry(String readKey) {
        URI url = hub.url();
        out.println();
        out.println("Thử / try:");
        out.println("  KEY=" + readKey + "   # masked personal data, every type");
        out.println("  curl -H \"Authorization: Bearer $KEY\" '" + url + "/api/v1/feeds/all?limit=5'");
        out.println("  curl -H \"Authorization: Bearer $KEY\" '" + url + "/api/v1/feeds/dossier?format=ndjson'");
        out.println("  curl -H \"Authorization: Bearer $KEY\" '" + url + "/api/v1/records/observation?format=csv'");
        out.println("  curl '" + url + "/api/v1/types/citizen-report/v1/schema'");
        out.println("  HUB_DATA=" + data + " ./hub shell 'hub:sources'");
        out.println("Khóa quản trị / administrator's key: " + data.resolve("admin.key"));
        out.println("Ctrl-C để dừng / to stop");
    }
}
