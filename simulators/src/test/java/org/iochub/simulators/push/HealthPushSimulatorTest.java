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
import org.junit.jupiter.api.Test;

class HealthPushSimulatorTest {
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    @Test
    void sameSeedSamePackages() {
        assertThat(new HealthPushSimulator(7).packages()).isEqualTo(new HealthPushSimulator(7).packages());
        assertThat(new HealthPushSimulator(7).packages()).isNotEqualTo(new HealthPushSimulator(8).packages());
    }

    @Test
    void everyPackageArrivesInOrderWithItsSendingTime() throws IOException, InterruptedException {
        HttpServer hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/", this::answer);
        hub.start();
        URI url = URI.create("http://127.0.0.1:" + hub.getAddress().getPort());
        try (HealthPushSimulator simulator =
                new HealthPushSimulator(7, Optional.of(new DossierPushSimulator.Hub(url, "key")), Optional.empty())) {
            assertThat(simulator.awaitDelivered(Duration.ofMinutes(1))).isTrue();
            assertThat(taken).isEqualTo(simulator.packages());
            assertThat(sent)
                    .startsWith("2026-03-01T19:30+07:00 application/xml", "2026-03-01T17:00+07:00 application/xml");
        } finally {
            hub.stop(0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        taken.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        sent.add(exchange.getRequestHeaders().getFirst("X-Sent-At") + " "
                + exchange.getRequestHeaders().getFirst("Content-Type"));
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }
}
