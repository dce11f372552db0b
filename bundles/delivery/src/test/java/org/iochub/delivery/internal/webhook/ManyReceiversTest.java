package org.iochub.delivery.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.iochub.delivery.internal.testing.Bench;
import org.iochub.delivery.internal.testing.Receiver;
import org.iochub.delivery.internal.testing.Receiver.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyReceiversTest {
    @TempDir
    Path folder;

    @Test
    void slowAndDeadOnesDelayNobody() throws Exception {
        try (Bench bench = new Bench(folder, Bench.LONG);
                Receiver healthy = new Receiver();
                Receiver silent = new Receiver();
                ServerSocket deaf = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            silent.answer = batch -> Answer.never();
            // Forty that agree and then never answer, more than there are places, and forty that accept no word.
            for (int i = 0; i < 40; i++) {
                bench.subscribe(silent.address() + i);
            }
            for (int i = 0; i < 40; i++) {
                bench.subscribe("http://127.0.0.1:" + deaf.getLocalPort() + "/" + i);
            }
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(silent.asked).hasSizeGreaterThan(20));
            bench.append("a");
            String id =
                    bench.subscribe(healthy.address()).status().subscription().id();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(healthy.codes()).containsExactly("a"));
            List<String> sent = new ArrayList<>(List.of("a"));
            for (int i = 0; i < 10; i++) {
                bench.append("r" + i);
                sent.add("r" + i);
                long started = System.nanoTime();
                await().pollInterval(Duration.ofMillis(20))
                        .atMost(Duration.ofSeconds(5))
                        .until(() -> healthy.codes().equals(sent));
                assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
            }
            assertThat(bench.status(id).failures()).isZero();
        }
    }

    @Test
    void oneWhoNeverEndsHisAnswerIsTakenAtHisWord() throws Exception {
        try (Bench bench = new Bench(folder, Bench.SHORT);
                Receiver talkative = new Receiver()) {
            talkative.answer = batch -> new Answer(200, java.util.Map.of(), new byte[4 << 20]);
            bench.append("a");
            String id =
                    bench.subscribe(talkative.address()).status().subscription().id();
            await().untilAsserted(() -> assertThat(bench.status(id).delivered()).isEqualTo(1));
            bench.append("b");
            await().untilAsserted(() -> assertThat(talkative.codes()).containsExactly("a", "b"));
        }
    }

    @Test
    void oneWhoIsSilentIsGivenUpInTime() throws Exception {
        try (Bench bench = new Bench(folder, Bench.SHORT);
                Receiver silent = new Receiver()) {
            silent.answer = batch -> Answer.never();
            bench.append("a");
            String id =
                    bench.subscribe(silent.address()).status().subscription().id();
            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() -> assertThat(bench.trouble(id)).contains("did not answer in time"));
            silent.answer = batch -> Answer.of(200);
            bench.moveOn(Duration.ofSeconds(3));
            await().untilAsserted(() -> assertThat(bench.status(id).delivered()).isEqualTo(1));
            assertThat(bench.trouble(id)).isEmpty();
        }
    }
}
