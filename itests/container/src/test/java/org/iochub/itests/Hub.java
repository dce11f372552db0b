package org.iochub.itests;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import org.iochub.core.deploy.Deployment;
import org.iochub.core.deploy.Deployments;
import org.iochub.core.source.SourceState;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.source.Sources;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** The hub that the test runs in. */
final class Hub {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final BundleContext bundles;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Hub(BundleContext bundles) {
        this.bundles = bundles;
    }

    Path base() {
        return Path.of(System.getProperty("karaf.base"));
    }

    <T> T service(Class<T> type) throws InterruptedException {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(bundles, type, null);
        tracker.open();
        try {
            return Optional.ofNullable(tracker.waitForService(PATIENCE.toMillis()))
                    .orElseThrow(() -> new AssertionError("no service " + type.getName()));
        } finally {
            tracker.close();
        }
    }

    void awaitReady() throws Exception {
        Await.until("ready", PATIENCE, () -> {
            try {
                return get("/health/ready").statusCode() == 200;
            } catch (java.io.IOException e) {
                return false;
            }
        });
    }

    HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + System.getProperty(HubOptions.PORT) + path);
        return client.send(
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer hub_container-test-administrator")
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Puts a file into the deploy folder, whole. */
    void drop(Path file, String name) throws Exception {
        Path part = base().resolve("deploy/." + name + ".part");
        Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(
                part,
                base().resolve("deploy").resolve(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** The verdict on a file that came after a moment. */
    Deployment verdict(String file, java.time.Instant after) throws Exception {
        Deployments deployments = service(Deployments.class);
        Await.until(
                "a verdict on " + file,
                PATIENCE,
                () -> find(deployments, file, after).isPresent());
        return find(deployments, file, after).orElseThrow();
    }

    private static Optional<Deployment> find(Deployments deployments, String file, java.time.Instant after) {
        return deployments.list().stream()
                .filter(d -> d.file().equals(file) && !d.at().isBefore(after))
                .reduce((first, second) -> second);
    }

    void configure(String instance, String... lines) throws Exception {
        Path etc = base().resolve("etc");
        Path part = Files.writeString(etc.resolve(instance + ".part"), String.join("\n", lines) + "\n");
        Files.move(part, etc.resolve("org.iochub." + instance + ".cfg"), StandardCopyOption.ATOMIC_MOVE);
    }

    HttpResponse<String> post(String path, String key, String body) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + System.getProperty(HubOptions.PORT) + path);
        return client.send(
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(60))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** A key that may push to these sources. */
    String pushKey(String... sources) throws Exception {
        String grants = "{\"name\":\"pusher\",\"push\":[\"" + String.join("\",\"", sources) + "\"]}";
        HttpResponse<String> answer = post("/api/v1/keys", "hub_container-test-administrator", grants);
        var value = java.util.regex.Pattern.compile("\"value\"\\s*:\\s*\"([^\"]+)\"")
                .matcher(answer.body());
        if (answer.statusCode() != 201 || !value.find()) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return value.group(1);
    }

    java.util.List<Deployment> deployments() throws InterruptedException {
        return service(Deployments.class).list();
    }

    Optional<SourceStatus> find(String id) throws InterruptedException {
        return service(Sources.class).get(id);
    }

    SourceStatus source(String id) throws InterruptedException {
        return service(Sources.class).get(id).orElseThrow(() -> new AssertionError("no source " + id));
    }

    void awaitSource(String id, SourceState state) throws Exception {
        Sources sources = service(Sources.class);
        try {
            Await.until(
                    id + " " + state,
                    PATIENCE,
                    () -> sources.get(id).filter(s -> s.state() == state).isPresent());
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ", but " + sources.get(id), e);
        }
    }
}
