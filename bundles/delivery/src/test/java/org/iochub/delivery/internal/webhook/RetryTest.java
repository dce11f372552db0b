package org.iochub.delivery.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.iochub.core.delivery.DeliveryState;
import org.iochub.core.delivery.Progress;
import org.iochub.core.delivery.SubscriptionStatus;
import org.iochub.delivery.internal.testing.Bench;
import org.iochub.delivery.internal.testing.Receiver;
import org.iochub.delivery.internal.testing.Receiver.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetryTest {
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

    private Progress afterFailures(String id, int failures) {
        await().untilAsserted(() -> assertThat(
                        bench.status(id).subscription().progress().attempts())
                .isEqualTo(failures));
        return bench.status(id).subscription().progress();
    }

    private String subscribe() {
        return bench.subscribe(receiver.address()).status().subscription().id();
    }

    @Test
    void waitsTwiceAsLongEachTime() throws Exception {
        receiver.answer = batch -> Answer.of(500);
        bench.append("a");
        String id = subscribe();
        long[] seconds = {2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900};
        for (int i = 0; i < seconds.length; i++) {
            Progress failed = afterFailures(id, i + 1);
            Instant next = failed.nextAttempt().orElseThrow();
            assertThat(Duration.between(bench.clock.instant(), next)).hasSeconds(seconds[i]);
            assertThat(bench.trouble(id)).contains("answered 500");
            bench.moveOn(Duration.ofSeconds(seconds[i]));
        }
    }

    @Test
    void aSecondTooEarlyIsTooEarly() throws Exception {
        receiver.answer = batch -> Answer.of(404);
        bench.append("a");
        String id = subscribe();
        afterFailures(id, 1);
        bench.moveOn(Duration.ofMillis(1_900));
        await().during(Duration.ofMillis(1_300))
                .atMost(Duration.ofSeconds(10))
                .until(() -> receiver.received.size() == 1);
        bench.moveOn(Duration.ofMillis(100));
        afterFailures(id, 2);
    }

    @Test
    void whatTheReceiverAsksForIsObeyed() throws Exception {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                bench.clock.instant().plusSeconds(700).atZone(ZoneOffset.UTC));
        for (List<String> asked : List.of(List.of("600", "600"), List.of(date, "700"), List.of("99999999", "86400"))) {
            receiver.answer = batch -> Answer.of(429, "Retry-After", asked.get(0));
            bench.append("x" + asked.get(1));
            String id = subscribe();
            Instant next = afterFailures(id, 1).nextAttempt().orElseThrow();
            assertThat(Duration.between(bench.clock.instant(), next)).hasSeconds(Long.parseLong(asked.get(1)));
            bench.desk.remove(id);
        }
    }

    @Test
    void goneEndsIt() throws Exception {
        receiver.answer = batch -> Answer.of(410);
        bench.append("a");
        String id = subscribe();
        await().untilAsserted(() -> assertThat(bench.state(id)).isEqualTo(DeliveryState.BROKEN));
        assertThat(bench.trouble(id)).contains("410");
        bench.moveOn(Duration.ofDays(2));
        await().during(Duration.ofMillis(1_300))
                .atMost(Duration.ofSeconds(10))
                .until(() -> receiver.received.size() == 1);
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        try (Receiver elsewhere = new Receiver()) {
            receiver.answer = batch -> Answer.of(307, "Location", elsewhere.address());
            bench.append("a");
            String id = subscribe();
            afterFailures(id, 1);
            assertThat(bench.trouble(id)).contains("redirect");
            assertThat(elsewhere.received).isEmpty();
        }
    }

    @Test
    void afterFiveFailuresTheHostIsLeftAloneAndThenTriedByOne() throws Exception {
        receiver.answer = batch -> Answer.of(502);
        bench.append("a");
        String id = subscribe();
        for (int i = 1; i <= 5; i++) {
            afterFailures(id, i);
            bench.moveOn(Duration.ofSeconds(i < 5 ? 1L << i : 0));
        }
        assertThat(bench.status(id).circuit()).isEqualTo("open");
        int before = receiver.asked.size();
        SubscriptionStatus second = bench.subscribe(receiver.address() + "2").status();
        await().during(Duration.ofMillis(1_300))
                .atMost(Duration.ofSeconds(10))
                .until(() -> receiver.asked.size() == before);
        receiver.answer = batch -> Answer.of(200);
        bench.moveOn(Duration.ofSeconds(32));
        await().untilAsserted(() -> {
            assertThat(bench.status(id).lag()).isZero();
            assertThat(bench.status(second.subscription().id()).lag()).isZero();
        });
        assertThat(bench.status(id).circuit()).isEqualTo("closed");
    }

    @Test
    void theAllowedRateIsKept() throws Exception {
        receiver.handshake = Answer.of(200, "WebHook-Allowed-Origin", "hub.example.vn", "WebHook-Allowed-Rate", "2");
        bench.append("a", "b");
        String id = bench.subscribe(
                        bench.key(org.iochub.core.access.PersonalLevel.NONE)
                                .key()
                                .id(),
                        receiver.address(),
                        1)
                .status()
                .subscription()
                .id();
        await().untilAsserted(() -> assertThat(bench.status(id).delivered()).isEqualTo(1));
        bench.moveOn(Duration.ofSeconds(29));
        await().during(Duration.ofMillis(1_300))
                .atMost(Duration.ofSeconds(10))
                .until(() -> receiver.received.size() == 1);
        bench.moveOn(Duration.ofSeconds(1));
        await().untilAsserted(() -> assertThat(bench.status(id).delivered()).isEqualTo(2));
    }
}
