package org.iochub.chaos.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.iochub.chaos.line.Ports;

/** The hub that is struck: a process of its own, driven by its own command. */
public final class ChaosHub implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long COMMAND_MINUTES = 10;
    /** A machine that is busy with other things proves as much. */
    private static final String START_SECONDS = "480";

    private final Path data;
    private final String command;
    private final int port = Ports.free();
    private final String key = "hub_" + UUID.randomUUID();
    private final Map<String, String> environment;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /**
     * @param command the script {@code hub}
     * @param more of the command's environment
     */
    public ChaosHub(Path command, Path data, Map<String, String> more) throws IOException {
        this.command = command.toString();
        this.data = Files.createDirectories(data);
        Map<String, String> all = new HashMap<>(Map.of("HUB_START_TIMEOUT", START_SECONDS));
        all.putAll(more);
        all.put("HUB_DATA", data.toString());
        all.put("HUB_PORT", "" + port);
        all.put("HUB_SSH_PORT", "" + Ports.free());
        all.put("HUB_BIND", "127.0.0.1");
        all.put("HUB_ADMIN_KEY", key);
        this.environment = Map.copyOf(all);
    }

    public Path data() {
        return data;
    }

    public int port() {
        return port;
    }

    /** Returns when it is ready. */
    public void start() throws IOException, InterruptedException {
        run("start");
    }

    private void run(String word) throws IOException, InterruptedException {
        Process process = launch(word);
        if (!process.waitFor(COMMAND_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("hub " + word + " did not end:\n" + printed(word));
        }
        if (process.exitValue() != 0) {
            throw new IOException("hub " + word + " failed:\n" + printed(word));
        }
    }

    /** A command that somebody else waits for. */
    public Process launch(String word) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", command, word);
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true)
                .redirectOutput(out(word).toFile())
                .start();
    }

    private Path out(String word) {
        return data.resolveSibling(data.getFileName() + "-" + word + ".out");
    }

    private String printed(String word) throws IOException {
        return Files.readString(out(word));
    }

    private Optional<ProcessHandle> process() throws IOException {
        Path file = data.resolve("hub.pid");
        String pid = Files.exists(file) ? Files.readString(file).strip() : "";
        return pid.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
    }

    /** Whether there is a process, ready or not. */
    public boolean running() throws IOException {
        return process().filter(ProcessHandle::isAlive).isPresent();
    }

    /** {@code kill -9}. */
    public void kill() throws IOException, InterruptedException {
        ProcessHandle process = process().orElseThrow(() -> new IOException("the hub ended before it was killed"));
        process.destroyForcibly();
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the hub does not die", e);
        }
    }

    /** What it says of whether it is ready. */
    public HttpResponse<String> readiness() throws IOException, InterruptedException {
        return get(url("/health/ready"));
    }

    public JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(url(path));
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    public HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return client.send(request(address, key).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port).resolve(path);
    }

    /** @param name of the message, the same whenever it is sent again */
    public HttpResponse<String> push(String source, String pushKey, String name, String body)
            throws IOException, InterruptedException {
        return client.send(
                request(url("/api/v1/ingest/" + source), pushKey)
                        .header("Content-Type", "application/x-ndjson")
                        .header("Idempotency-Key", name)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(URI address, String bearer) {
        return HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + bearer)
                .timeout(Duration.ofSeconds(40));
    }

    public String pushKey(String source) throws IOException, InterruptedException {
        String asked = JSON.writeValueAsString(Map.of("name", "chaos-" + source, "push", List.of(source)));
        HttpRequest request = request(url("/api/v1/keys"), key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(asked))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException("no key: " + answer.body());
        }
        return JSON.readTree(answer.body()).path("value").asText();
    }

    /** Writes a file into one of its folders, whole. */
    public void put(String folder, String name, String text) throws IOException {
        Path into = Files.createDirectories(data.resolve(folder));
        Path part = Files.writeString(into.resolve("." + name + ".part"), text);
        Files.move(part, into.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("stop");
    }
}
