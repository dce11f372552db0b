package org.iochub.delivery.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.iochub.core.delivery.DeliveryState;
import org.iochub.delivery.internal.testing.Bench;
import org.iochub.delivery.internal.testing.Received;
import org.iochub.delivery.internal.testing.Receiver;
import org.iochub.delivery.internal.testing.Receiver.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {
    @TempDir
    Path folder;

    private Bench bench;
    private Receiver receiver;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench(folder, Bench.LONG);
        receiver = new Receiver();
    }

    @AfterEach
    void stop() {
        bench.close();
        receiver.close();
    }

    @Test
    void asksBeforeTheFirstDelivery() throws Exception {
        bench.append("a");
        bench.subscribe(receiver.address());
        await().untilAsserted(() -> assertThat(receiver.codes()).containsExactly("a"));
        Received question = receiver.asked.get(0);
        assertThat(question.header("webhook-request-origin")).isEqualTo("hub.example.vn");
        assertThat(question.header("webhook-request-rate")).matches("[1-9]\\d*");
        assertThat(question.header("webhook-request-callback"))
                .startsWith("https://hub.example.vn/api/v1/subscriptions/");
        assertThat(receiver.received.get(0).header("origin")).isEqualTo("hub.example.vn");
    }

    /** A server that knows nothing of webhooks answers 200 as well. */
    @ParameterizedTest
    @ValueSource(strings = {"", "other.example.vn", "hub.example.vn.evil.example"})
    void withoutConsentNothingIsSent(String origin) throws Exception {
        receiver.handshake = origin.isEmpty() ? Answer.of(200) : Answer.of(200, "WebHook-Allowed-Origin", origin);
        bench.append("a");
        String id = bench.subscribe(receiver.address()).status().subscription().id();
        await().untilAsserted(() -> assertThat(bench.trouble(id)).contains("has not agreed"));
        assertThat(bench.state(id)).isEqualTo(DeliveryState.PENDING);
        assertThat(receiver.received).isEmpty();
        receiver.handshake = Receiver.AGREES;
        bench.moveOn(Duration.ofMinutes(1));
        await().untilAsserted(() -> assertThat(receiver.codes()).containsExactly("a"));
    }

    @Test
    void consentMayComeByTheCallback() throws Exception {
        receiver.handshake = Answer.of(200);
        bench.append("a");
        String id = bench.subscribe(receiver.address()).status().subscription().id();
        await().untilAsserted(() -> assertThat(receiver.asked).hasSize(1));
        String callback = receiver.asked.get(0).header("webhook-request-callback");
        assertThat(URI.create(callback).getPath()).isEqualTo("/api/v1/subscriptions/" + id + "/grant");
        String token = callback.replaceFirst(".*token=", "");
        assertThat(bench.desk.grant(id, token + "x", OptionalInt.empty())).isFalse();
        assertThat(bench.desk.grant("s000000000000", token, OptionalInt.empty()))
                .isFalse();
        assertThat(bench.state(id)).isEqualTo(DeliveryState.PENDING);
        assertThat(bench.desk.grant(id, token, OptionalInt.of(30))).isTrue();
        await().untilAsserted(() -> assertThat(receiver.codes()).containsExactly("a"));
    }
}
