package org.iochub.benchmarks.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A hub of its own, started and stopped by its command, on ports nobody else has. */
final class StartedHub implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long COMMAND_MINUTES = 10;

    private final Path data;
    private final int port = freePort();
    private final String key = "hub_" + UUID.randomUUID();
    private final Map<String, String> environment;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Thread atExit = new Thread(this::stop, "stop-hub");

    StartedHub(Path data) throws IOException, InterruptedException {
        this.data = Files.createDirectories(data);
        this.environment = Map.of(
                "HUB_DATA",
                data.toString(),
                "HUB_PORT",
                "" + port,
                "HUB_SSH_PORT",
                "" + freePort(),
                "HUB_BIND",
                "127.0.0.1",
                "HUB_ADMIN_KEY",
                key);
        Runtime.getRuntime().addShutdownHook(atExit);
        command("start");
    }

    Path data() {
        return data;
    }

    long pid() throws IOException {
        return Long.parseLong(Files.readString(data.resolve("hub.pid")).strip());
    }

    private void command(String word) throws IOException, InterruptedException {
        Path out = data.resolveSibling(word + ".out");
        ProcessBuilder builder = new ProcessBuilder("bash", command(), word);
        builder.environment().putAll(environment);
        Process process =
                builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        if (!process.waitFor(COMMAND_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("hub " + word + " did not end:\n" + Files.readString(out));
        }
        if (process.exitValue() != 0) {
            throw new IOException("hub " + word + " failed:\n" + Files.readString(out));
        }
    }

    private static String command() throws IOException {
        String home = System.getProperty("hub.home", "");
        if (!Files.isRegularFile(Path.of(home, "hub"))) {
            throw new IOException("start this with ./hub bench deploy: the property hub.home names no clone");
        }
        return Path.of(home, "hub").toString();
    }

    HttpResponse<String> send(String path, String bearer, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        return client.send(
                request(path, bearer)
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(client.send(request(path, key).build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private HttpRequest.Builder request(String path, String bearer) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + bearer)
                .timeout(Duration.ofSeconds(60));
    }

    String pushKey(String... sources) throws IOException, InterruptedException {
        String asked = JSON.writeValueAsString(Map.of("name", "bench", "push", List.of(sources)));
        HttpResponse<String> answer = send("/api/v1/keys", key, HttpRequest.BodyPublishers.ofString(asked));
        if (answer.statusCode() != 201) {
            throw new IOException("no key: " + answer.body());
        }
        return JSON.readTree(answer.body()).path("value").asText();
    }

    /** Writes a configuration file, whole. */
    void configure(String name, String... lines) throws IOException {
        Path etc = data.resolve("etc");
        Path part = Files.writeString(etc.resolve(name + ".part"), String.join("\n", lines) + "\n");
        Files.move(part, etc.resolve("org.iochub." + name + ".cfg"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Puts a file into the deploy folder, whole. */
    void drop(byte[] content, String name) throws IOException {
        Path part = Files.write(data.resolve("deploy/." + name + ".part"), content);
        Files.move(
                part,
                data.resolve("deploy").resolve(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private void stop() {
        try {
            command("stop");
        } catch (IOException e) {
            System.err.println(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
