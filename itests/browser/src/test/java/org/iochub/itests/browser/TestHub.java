package org.iochub.itests.browser;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The distribution as a process with the people, authorities and made-up sources of the tests. One for the whole module:
 * started by whoever asks first, stopped when the tests' JVM ends.
 */
final class TestHub {
    static final String ADMIN_KEY = "browser-test-administrator-key";
    /** Of everybody in {@link #PEOPLE}. */
    static final String PASSWORD = "mat-khau-thu";

    /** Each person's name is their role's. */
    static final Map<String, String> PEOPLE = Map.of(
            "quantri", "admin",
            "vanhanh", "operator",
            "theodoi", "viewer",
            "donvi", "owner:quang-ngai/public-services");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path data = Path.of("target", "hub").toAbsolutePath();
    private final int port = freePort();
    private final int sshPort = freePort();
    private final int boardPort = freePort();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private String pushKey = "";
    private int pushed;

    /** Made when it is first wanted, by one thread however many ask. */
    private static final class Only {
        static final TestHub HUB = started();
    }

    static TestHub get() {
        return Only.HUB;
    }

    private static TestHub started() {
        TestHub hub = new TestHub();
        try {
            hub.start();
        } catch (Exception e) {
            throw new IllegalStateException("the hub of the browser tests did not start", e);
        }
        return hub;
    }

    private void start() throws Exception {
        delete(data);
        Files.createDirectories(data.resolve("etc"));
        List<String> users = new ArrayList<>();
        PEOPLE.forEach((name, role) -> users.add(name + " = " + PASSWORD + "," + role));
        Files.write(data.resolve("etc/users.properties"), users);
        configure("tenant-quang-ngai", "name.vi = Tỉnh Quảng Ngãi", "name.en = Quang Ngai Province", "areas = 51");
        configure("tenant-vinh-long", "name.vi = Tỉnh Vĩnh Long", "name.en = Vinh Long Province", "areas = 86");
        for (int i = 1; i <= 6; i++) {
            configure("source-mot-cua-" + i, dossiers(i <= 4 ? "quang-ngai" : "vinh-long"));
        }
        // Alerts come and go while a test looks.
        configure("alerts", "periodSeconds = 1", "sourceSeconds = 1", "overSeconds = 1", "startSeconds = 1");
        configure("source-sai-cau-hinh", "adapter = dossiers", "tenant = quang-ngay");
        configure("source-thieu-bo-ket-noi", "adapter = not-installed", "tenant = vinh-long");
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        command("start");
        await().atMost(Duration.ofSeconds(120)).until(() -> state("mot-cua-6").equals("running"));
        pushKey = post("/api/v1/keys", "{\"name\":\"pusher\",\"push\":[\"*\"]}")
                .path("value")
                .asText();
        for (int i = 1; i <= 6; i++) {
            push("mot-cua-" + i);
        }
    }

    static String[] dossiers(String tenant) {
        return new String[] {"adapter = dossiers", "tenant = " + tenant, "applicantKinds = citizen1"};
    }

    private void stop() {
        try {
            command("stop");
        } catch (Exception e) {
            System.err.println("the hub of the browser tests was not stopped: " + e);
        }
    }

    /** The port of a page that the hub lets read from its own origin. */
    int boardPort() {
        return boardPort;
    }

    /** Ends the hub, as an update of it would; its data stays. */
    void goAway() {
        tell("stop");
    }

    /** Starts it again, at the same address. */
    void comeBack() {
        tell("start");
    }

    private void tell(String word) {
        try {
            command(word);
        } catch (Exception e) {
            throw new IllegalStateException("hub " + word, e);
        }
    }

    /** Drops a file, whole. */
    void deploy(String name, byte[] content) {
        try {
            Path part = Files.write(data.resolve("deploy/." + name + ".part"), content);
            Files.move(part, data.resolve("deploy").resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Seven dossiers that nothing brought before. @return the code of the last of them */
    synchronized String push(String source) {
        int number = pushed++;
        ingest(source, Dossiers.message(number, 7));
        return Dossiers.code(number, 6);
    }

    /** Ten times as many dossiers that nothing brought before. */
    void pushTens(String source, int tens) {
        int from;
        synchronized (this) {
            from = pushed;
            pushed += tens;
        }
        ingest(source, Dossiers.many(from, tens));
    }

    /** One dossier that cannot be taken, since it has no code, and one that can. */
    synchronized void pushBroken(String source) {
        ingest(source, Dossiers.broken(pushed++));
    }

    synchronized void ingest(String source, String body) {
        JsonNode answer = send(HttpRequest.newBuilder(url("/api/v1/ingest/" + source))
                .header("Authorization", "Bearer " + pushKey)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (!answer.has("accepted")) {
            throw new IllegalStateException("not taken: " + answer);
        }
    }

    String state(String source) {
        return get("/api/v1/sources/" + source).path("state").asText("none");
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    JsonNode post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url(path))
                .header("Authorization", "Bearer " + ADMIN_KEY)
                .timeout(Duration.ofSeconds(30));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 500) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Writes a configuration file, whole. */
    void configure(String name, String... lines) {
        try {
            Path part = Files.writeString(data.resolve("etc/" + name + ".part"), String.join("\n", lines) + "\n");
            Path file = data.resolve("etc/org.iochub." + name + ".cfg");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void unconfigure(String name) {
        try {
            Files.deleteIfExists(data.resolve("etc/org.iochub." + name + ".cfg"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deploys a file by its content. */
    void deploy(String file, String content) {
        JsonNode verdict = send(request("/api/v1/deployments?file=" + file)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofString(content)));
        if (!verdict.path("accepted").asBoolean()) {
            throw new IllegalStateException("not deployed: " + verdict);
        }
    }

    /** Takes a dropped file away. */
    void undeploy(String file) {
        try {
            Files.deleteIfExists(data.resolve("deploy").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void command(String word) throws Exception {
        Path out = Files.createDirectories(data).resolve(word + ".out");
        ProcessBuilder builder = new ProcessBuilder("bash", System.getProperty("hub.command"), word);
        builder.environment()
                .putAll(Map.of(
                        "HUB_DATA", data.toString(),
                        "HUB_PORT", Integer.toString(port),
                        "HUB_SSH_PORT", Integer.toString(sshPort),
                        "HUB_ADMIN_KEY", ADMIN_KEY,
                        "HUB_CORS_ORIGINS", "http://127.0.0.1:" + boardPort,
                        "HUB_INSTALLATION", installation().toString()));
        Process process =
                builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        boolean ended = process.waitFor(180, TimeUnit.SECONDS);
        if (!ended || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("hub " + word + ":\n" + Files.readString(out));
        }
    }

    private static Path installation() throws IOException {
        try (Stream<Path> unpacked = Files.list(Path.of(System.getProperty("hub.installation")))) {
            return unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path path :
                        walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
