package org.iochub.itests.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was installed, configured and said is there after a restart, also with a wiped bundle cache. */
class RestartTest {
    @TempDir
    Path folder;

    @Test
    void aRestartKeepsEverything() throws Exception {
        try (HubProcess hub = new HubProcess(folder.resolve("hub"))) {
            hub.start();
            assertThat(hub.command("status").status()).isZero();
            hub.configure("tenant-quang-ngai", "name.vi = Quảng Ngãi", "name.en = Quang Ngai", "areas = 51");
            hub.configure("source-one-stop", "adapter = dossiers", "tenant = quang-ngai", "applicantKinds = citizen1");
            hub.configure("source-quiet", "adapter = dossiers", "tenant = quang-ngai", "applicantKinds = citizen1");
            awaitState(hub, "quiet", "running");
            awaitState(hub, "one-stop", "running");
            assertThat(hub.command("shell", "hub:source-stop quiet").status()).isZero();
            String pushKey = hub.makeKey("{\"name\":\"pusher\",\"push\":[\"one-stop\"]}");
            assertThat(hub.post("/api/v1/ingest/one-stop", pushKey, "{\"service\":\"không rõ\"}")
                            .statusCode())
                    .isEqualTo(200);
            hub.drop(Path.of(System.getProperty("hub.dropped"), "online-media.jar"));
            awaitAccepted(hub);

            hub.command("stop");
            assertThat(hub.command("status").status()).isNotZero();
            wipeBundleCache(hub);
            hub.start();

            awaitAccepted(hub);
            awaitState(hub, "one-stop", "running");
            awaitState(hub, "quiet", "stopped");
            assertThat(hub.json("/api/v1/quarantine").toString()).contains("one-stop");
            assertThat(hub.post("/api/v1/ingest/one-stop", pushKey, "{}").statusCode())
                    .isEqualTo(200);
            assertThat(errors(hub)).isEmpty();
        }
    }

    @Test
    void aFailingShellCommandFailsAndAnUnknownOneToo() throws Exception {
        try (HubProcess hub = new HubProcess(folder.resolve("hub"))) {
            hub.start();

            assertThat(hub.command("shell", "hub:sources --json").out().strip()).startsWith("{");
            assertThat(hub.command("shell", "hub:source no-such").status()).isNotZero();
            assertThat(hub.command("shell", "hub:no-such").status()).isNotZero();
        }
    }

    private static void awaitState(HubProcess hub, String source, String state) {
        await().atMost(Duration.ofSeconds(60)).until(() -> hub.state(source).equals(state));
    }

    private static void awaitAccepted(HubProcess hub) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(hub.json("/api/v1/deployments").toString())
                        .contains("online-media.jar", "\"accepted\":true"));
    }

    private static void wipeBundleCache(HubProcess hub) throws IOException {
        Path cache = hub.data().resolve("data/cache");
        try (Stream<Path> files = Files.walk(cache)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static List<String> errors(HubProcess hub) {
        return hub.logLines().stream()
                .filter(line -> line.contains("| ERROR |"))
                .toList();
    }
}
