package org.iochub.simulators.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DossierPushSimulatorTest {
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final List<String> paths = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void sameSeedSameMessages() {
        assertThat(new DossierPushSimulator(7).messages()).isEqualTo(new DossierPushSimulator(7).messages());
        assertThat(new DossierPushSimulator(7).messages()).isNotEqualTo(new DossierPushSimulator(8).messages());
    }

    @Test
    void everyMessageArrivesInOrderHoweverOftenTheHubSaysLater() throws IOException, InterruptedException {
        HttpServer hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/", this::answer);
        hub.start();
        URI url = URI.create("http://127.0.0.1:" + hub.getAddress().getPort());
        try (DossierPushSimulator simulator =
                new DossierPushSimulator(7, Optional.of(new DossierPushSimulator.Hub(url, "key")), Optional.empty())) {
            assertThat(simulator.awaitDelivered(Duration.ofMinutes(1))).isTrue();
            assertThat(taken).isEqualTo(simulator.messages());
            assertThat(paths).containsOnly("/api/v1/ingest/dossiers-quang-ngai Bearer key");
        } finally {
            hub.stop(0);
        }
    }

    /** Takes a message at the third call only. */
    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        paths.add(exchange.getRequestURI().getPath() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        int status = switch (calls.getAndIncrement() % 3) {
            case 0 -> 429;
            case 1 -> 503;
            default -> 202;
        };
        if (status == 202) {
            taken.add(body);
        } else {
            exchange.getResponseHeaders().set("Retry-After", "0");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
