package org.iochub.itests.process;

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

/** One hub of the shipped archive, with a folder and ports of its own, driven by its own command. */
final class HubProcess implements AutoCloseable {
    static final String ADMIN_KEY = "hub_process-test-administrator-key";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path data;
    private final int port = freePort();
    private final int sshPort = freePort();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Map<String, String> environment;

    HubProcess(Path data) throws IOException {
        this(data, Map.of());
    }

    /** @param environment of the command, besides ports, folder and key */
    HubProcess(Path data, Map<String, String> environment) throws IOException {
        this.data = Files.createDirectories(data);
        this.environment = Map.copyOf(environment);
    }

    /** What a command printed and how it ended. */
    record Ended(int status, String out) {}

    Path data() {
        return data;
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    void start() throws Exception {
        Ended ended = command("start");
        if (ended.status() != 0) {
            throw new AssertionError("the hub did not start:\n" + ended.out());
        }
    }

    Ended command(String... words) throws Exception {
        return command(Map.of(), words);
    }

    /** A command of the shell in somebody else's name. @param key the file with their private key */
    Ended shellAs(String user, Path key, String line) throws Exception {
        return command(Map.of("HUB_SHELL_USER", user, "HUB_SHELL_KEY", key.toString()), "shell", line);
    }

    private Ended command(Map<String, String> besides, String... words) throws Exception {
        Path out = Files.createTempFile("hub-command", ".out");
        Process process = launch(out, besides, words);
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", words) + " did not end:\n" + Files.readString(out));
        }
        String printed = Files.readString(out);
        Files.delete(out);
        return new Ended(process.exitValue(), printed);
    }

    /** Runs a command that stays, printing into a file. */
    Process launch(Path out, String... words) throws IOException {
        return launch(out, Map.of(), words);
    }

    private Process launch(Path out, Map<String, String> besides, String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of("bash", System.getProperty("hub.command")));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment()
                .putAll(Map.of(
                        "HUB_DATA",
                        data.toString(),
                        "HUB_PORT",
                        "" + port,
                        "HUB_SSH_PORT",
                        "" + sshPort,
                        "HUB_ADMIN_KEY",
                        ADMIN_KEY,
                        "HUB_INSTALLATION",
                        installation().toString()));
        builder.environment().putAll(environment);
        builder.environment().putAll(besides);
        return builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    }

    static Path installation() throws IOException {
        try (Stream<Path> unpacked = Files.list(Path.of(System.getProperty("hub.installation")))) {
            return unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    long pid() throws IOException {
        return Long.parseLong(Files.readString(data.resolve("hub.pid")).strip());
    }

    /** As a power button would do it to the process, not to the machine. */
    void kill() throws Exception {
        ProcessHandle process = ProcessHandle.of(pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(30, TimeUnit.SECONDS);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return get(uri, ADMIN_KEY);
    }

    HttpResponse<String> get(URI uri, String key) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + key)
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    HttpResponse<String> post(String path, String key, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(url(path))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(30))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url(path))
                .header("Authorization", "Bearer " + ADMIN_KEY)
                .timeout(Duration.ofSeconds(30));
    }

    /** Writes a configuration file, whole. */
    void configure(String name, String... lines) throws IOException {
        Path etc = Files.createDirectories(data.resolve("etc"));
        Path part = Files.writeString(etc.resolve(name + ".part"), String.join("\n", lines) + "\n");
        Files.move(
                part,
                etc.resolve("org.iochub." + name + ".cfg"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    void drop(Path file) throws IOException {
        Path part = data.resolve("deploy/." + file.getFileName() + ".part");
        Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, data.resolve("deploy").resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    String state(String source) throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/api/v1/sources/" + source);
        return answer.statusCode() == 200
                ? JSON.readTree(answer.body()).path("state").asText()
                : "none";
    }

    String makeKey(String request) throws Exception {
        HttpResponse<String> answer = post("/api/v1/keys", ADMIN_KEY, request);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.body());
        }
        return JSON.readTree(answer.body()).path("value").asText();
    }

    List<String> logLines() {
        try (Stream<String> lines = Files.lines(data.resolve("log/karaf.log"))) {
            return lines.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws Exception {
        command("stop");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
