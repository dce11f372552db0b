package org.iochub.delivery.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.iochub.core.access.AccessKeys;
import org.iochub.core.access.PersonalLevel;
import org.iochub.core.audit.AuditFilter;
import org.iochub.core.delivery.DeliveryState;
import org.iochub.delivery.internal.testing.Bench;
import org.iochub.delivery.internal.testing.Received;
import org.iochub.delivery.internal.testing.Receiver;
import org.iochub.delivery.internal.testing.Receiver.Answer;
import org.iochub.delivery.internal.testing.Reports;
import org.iochub.reading.cursor.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {
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
    void recordsArriveAsABatchWithItsCursor() throws Exception {
        bench.append("a", "b");
        String id = bench.subscribe(receiver.address()).status().subscription().id();
        await().untilAsserted(() -> assertThat(receiver.codes()).containsExactly("a", "b"));
        Received batch = receiver.received.get(0);
        assertThat(batch.header("content-type")).startsWith("application/cloudevents-batch+json");
        assertThat(batch.header("iochub-subscription")).isEqualTo(id);
        assertThat(bench.cursors.place(batch.header("iochub-cursor")))
                .contains(new Place(bench.log.head().epoch(), 2));
        CloudEvent first = batch.events().get(0);
        assertThat(first.getType()).isEqualTo("org.iochub.citizen-report.v1");
        assertThat(first.getSubject()).isEqualTo(Reports.id("a").value());
        assertThat(first.getSource()).hasToString("urn:iochub:test:source:reports");
        assertThat(first.getExtension("op")).isEqualTo("upsert");
        assertThat(first.getExtension("sequence")).isEqualTo("%020d".formatted(1));
        bench.append("c");
        await().untilAsserted(() -> assertThat(receiver.codes()).containsExactly("a", "b", "c"));
        await().untilAsserted(() -> assertThat(bench.status(id).lag()).isZero());
        assertThat(bench.status(id).delivered()).isEqualTo(3);
    }

    @Test
    void orderHoldsUnderFailures() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        List<String> taken = Collections.synchronizedList(new ArrayList<>());
        receiver.answer = batch -> {
            // Two of three attempts fail in one way or another.
            int status = List.of(500, 429, 200).get(turn.getAndIncrement() % 3);
            if (status == 200) {
                taken.addAll(batch.codes());
            }
            return Answer.of(status);
        };
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            sent.add("r" + i);
        }
        bench.append(sent.toArray(String[]::new));
        bench.subscribe(bench.key(PersonalLevel.FULL).key().id(), receiver.address(), 7);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            bench.moveOn(Duration.ofHours(1));
            assertThat(taken).hasSize(40);
        });
        assertThat(taken).containsExactlyElementsOf(sent);
    }

    @Test
    void aCrashBeforeTheAcknowledgementSendsTheSameBatchAgain() throws Exception {
        receiver.answer = batch -> Answer.never();
        bench.append("a", "b");
        String id = bench.subscribe(receiver.address()).status().subscription().id();
        await().untilAsserted(() -> assertThat(receiver.received).hasSize(1));
        bench.append("c");
        receiver.answer = batch -> Answer.of(204);
        bench.crash();
        await().untilAsserted(() -> assertThat(receiver.received).hasSize(3));
        Received before = receiver.received.get(0);
        Received again = receiver.received.get(1);
        assertThat(again.header("webhook-id")).isEqualTo(before.header("webhook-id"));
        assertThat(again.ids()).isEqualTo(before.ids());
        assertThat(again.body()).isEqualTo(before.body());
        assertThat(receiver.received.get(2).codes()).containsExactly("c");
        assertThat(receiver.received.get(2).header("webhook-id")).isNotEqualTo(before.header("webhook-id"));
        await().untilAsserted(() -> assertThat(bench.status(id).lag()).isZero());
    }

    @Test
    void whatWasAcknowledgedDoesNotComeAgainAfterARestart() throws Exception {
        bench.append("a");
        String id = bench.subscribe(receiver.address()).status().subscription().id();
        await().untilAsserted(() -> assertThat(bench.status(id).delivered()).isEqualTo(1));
        bench.crash();
        bench.append("b");
        await().untilAsserted(() -> assertThat(receiver.codes()).containsExactly("a", "b"));
    }

    @Test
    void personalDataGoesAsFarAsTheKeyReaches() throws Exception {
        bench.append("a");
        bench.subscribe(bench.key(PersonalLevel.NONE).key().id(), receiver.address(), 10);
        await().untilAsserted(() -> assertThat(receiver.received).hasSize(1));
        assertThat(new String(receiver.received.get(0).body(), StandardCharsets.UTF_8))
                .doesNotContain(Reports.PHONE);
    }

    @Test
    void aRevokedKeyEndsItWithTheReason() throws Exception {
        AccessKeys.Created key = bench.key(PersonalLevel.NONE);
        String id = bench.subscribe(key.key().id(), receiver.address(), 10)
                .status()
                .subscription()
                .id();
        bench.append("a");
        await().untilAsserted(() -> assertThat(bench.status(id).delivered()).isEqualTo(1));
        bench.store.keys().revoke(key.key().id());
        bench.append("b");
        await().untilAsserted(() -> assertThat(bench.state(id)).isEqualTo(DeliveryState.BROKEN));
        assertThat(bench.trouble(id)).contains("was revoked");
        assertThat(receiver.received).hasSize(1);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                bench.store.audit().list(AuditFilter.all(), Long.MAX_VALUE, 100).stream()
                                        .map(entry -> entry.event().action()))
                        .contains("subscription-broken", "deliver"));
    }

    @Test
    void pauseResumeAndRewind() throws Exception {
        String id = bench.subscribe(receiver.address()).status().subscription().id();
        bench.append("a");
        await().untilAsserted(() -> assertThat(bench.status(id).delivered()).isEqualTo(1));
        String cursor = bench.status(id).cursor();
        bench.desk.pause(id);
        bench.append("b");
        await().during(Duration.ofMillis(1_500))
                .atMost(Duration.ofSeconds(10))
                .until(() -> receiver.received.size() == 1);
        assertThat(bench.status(id).lag()).isEqualTo(1);
        bench.desk.resume(id);
        await().untilAsserted(() -> assertThat(receiver.codes()).containsExactly("a", "b"));
        await().untilAsserted(() -> assertThat(bench.status(id).lag()).isZero());
        bench.desk.rewind(id, cursor);
        await().untilAsserted(() -> assertThat(receiver.codes()).containsExactly("a", "b", "b"));
        bench.desk.rewind(id, "oldest");
        await().untilAsserted(() -> assertThat(receiver.codes()).containsExactly("a", "b", "b", "a", "b"));
    }

    @Test
    void whatIsNoLongerKeptBreaksItInsteadOfAGap() throws Exception {
        receiver.answer = batch -> Answer.of(503);
        bench.append("a", "b", "c");
        String id = bench.subscribe(receiver.address()).status().subscription().id();
        await().untilAsserted(() -> assertThat(receiver.received).isNotEmpty());
        bench.log.keepsFrom(3);
        receiver.answer = batch -> Answer.of(200);
        await().untilAsserted(() -> {
            bench.moveOn(Duration.ofMinutes(20));
            assertThat(bench.state(id)).isEqualTo(DeliveryState.BROKEN);
        });
        assertThat(bench.trouble(id)).contains("no longer kept");
        bench.desk.rewind(id, "oldest");
        await().untilAsserted(() -> assertThat(receiver.codes()).endsWith("c"));
    }

    @Test
    void aRestoredLogBreaksIt() throws Exception {
        bench.append("a");
        String id = bench.subscribe(receiver.address()).status().subscription().id();
        await().untilAsserted(() -> assertThat(bench.status(id).delivered()).isEqualTo(1));
        bench.log.restoredAs("another");
        bench.dispatcher.changed();
        await().untilAsserted(() -> assertThat(bench.state(id)).isEqualTo(DeliveryState.BROKEN));
        assertThat(bench.trouble(id)).contains("restored from a backup");
    }
}
