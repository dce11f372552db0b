package org.iochub.delivery.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.iochub.core.delivery.Subscriptions;
import org.iochub.delivery.internal.testing.Bench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The receiver that the documentation shows does what it says, with code that shares nothing with ours. */
class ReceiverExampleTest {
    private static final Path EXAMPLE =
            Path.of("../../docs/consumers/receive.py").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private static boolean pythonIsThere() throws Exception {
        Process which = new ProcessBuilder("bash", "-c", "command -v python3").start();
        return which.waitFor(30, TimeUnit.SECONDS) && which.exitValue() == 0;
    }

    private Process start(int port, String secret) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("python3", EXAMPLE.toString());
        builder.environment()
                .putAll(Map.of(
                        "WHSEC",
                        secret,
                        "PORT",
                        Integer.toString(port),
                        "ORIGIN",
                        "hub.example.vn",
                        "SEEN",
                        folder.resolve("seen.txt").toString(),
                        // The clock of these tests stands still.
                        "TOLERANCE",
                        "9999999999"));
        return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(out().toFile()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private Path out() {
        return folder.resolve("events.txt");
    }

    private List<String> printed() throws IOException {
        return Files.exists(out()) ? Files.readAllLines(out()) : List.of();
    }

    private static void awaitListening(int port) {
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            }
        });
    }

    @Test
    void takesWhatIsSignedOnceAndNothingElse() throws Exception {
        assumeTrue(pythonIsThere(), "python3 is not on this machine");
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (Bench bench = new Bench(folder.resolve("hub"), Bench.LONG)) {
            bench.append("a", "b");
            Subscriptions.Created created = bench.subscribe("http://127.0.0.1:" + port + "/hub");
            String id = created.status().subscription().id();
            Process stranger = start(port, "whsec_bm90IHRoZSBzZWNyZXQ=");
            try {
                awaitListening(port);
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                    bench.moveOn(Duration.ofMinutes(16));
                    assertThat(bench.trouble(id)).contains("answered 401");
                });
                assertThat(printed()).isEmpty();
            } finally {
                stranger.destroy();
                assertThat(stranger.waitFor(30, TimeUnit.SECONDS)).isTrue();
            }
            Process receiver = start(port, created.secret());
            try {
                awaitListening(port);
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                    bench.moveOn(Duration.ofMinutes(16));
                    assertThat(bench.status(id).lag()).isZero();
                });
                assertThat(printed()).hasSize(2);
                bench.desk.rewind(id, "oldest");
                bench.append("c");
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(bench.status(id).lag()).isZero());
                assertThat(printed()).hasSize(3).doesNotHaveDuplicates();
            } finally {
                receiver.destroy();
            }
        }
    }
}
