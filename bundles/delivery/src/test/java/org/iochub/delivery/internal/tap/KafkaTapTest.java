package org.iochub.delivery.internal.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.iochub.core.delivery.DeliveryState;
import org.iochub.delivery.internal.testing.Certificate;
import org.iochub.delivery.internal.testing.Reports;
import org.iochub.reading.cursor.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaTapTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REPORTS = "iochub.citizen-report";

    @TempDir
    static Path data;

    @TempDir
    static Path keys;

    private static Certificate certificate;
    private static KafkaBroker broker;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        certificate = Certificate.of(keys, "dns:localhost,ip:127.0.0.1");
        broker = new KafkaBroker(data, certificate);
        broker.start();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** The codes in the order of a key, as the CloudEvents SDK reads the events. */
    private static List<String> codes(List<ConsumerRecord<String, byte[]>> records, String key) {
        return records.stream()
                .filter(record -> record.key().equals(key))
                .map(KafkaTapTest::event)
                .map(event -> new String(event.getData().toBytes(), StandardCharsets.UTF_8)
                        .replaceFirst("(?s).*\\(([^)]*)\\)\".*", "$1"))
                .toList();
    }

    private static CloudEvent event(ConsumerRecord<String, byte[]> record) {
        try (CloudEventDeserializer reader = new CloudEventDeserializer()) {
            return reader.deserialize(record.topic(), record.headers(), record.value());
        }
    }

    @Test
    void recordsArriveInOrderPerKeyAndAreNotSentTwice() throws Exception {
        String topic = "order." + "citizen-report";
        broker.topic(topic, 3);
        try (TapBench bench = new TapBench(folder)) {
            List<String> first = new ArrayList<>();
            for (int version = 1; version <= 5; version++) {
                for (String code : List.of("a", "b", "c")) {
                    bench.append(code + "#" + version);
                }
                first.add("a#" + version);
            }
            bench.kafka(broker.address(), "topic", "order.{type}", "batch", "4", "personal", "full");
            await().atMost(PATIENCE).until(() -> bench.status().delivered() == 15);
            assertThat(bench.status().lag()).isZero();
            List<ConsumerRecord<String, byte[]>> records = broker.read(topic, 3);
            String key = "citizen-report/" + Reports.id("a").value();
            assertThat(records).hasSize(15);
            assertThat(codes(records, key)).isEqualTo(first);
            ConsumerRecord<String, byte[]> one = records.stream()
                    .filter(record -> record.key().equals(key))
                    .findFirst()
                    .orElseThrow();
            assertThat(header(one, "content-type")).startsWith("application/cloudevents+json");
            CloudEvent event = event(one);
            assertThat(event.getSubject()).isEqualTo(Reports.id("a").value());
            assertThat(bench.cursors.place(header(one, "iochub_cursor")))
                    .contains(new Place(
                            bench.log.head().epoch(), Long.parseLong((String) event.getExtension("sequence"))));

            bench.restart();
            bench.append("d#1");
            bench.kafka(broker.address(), "topic", "order.{type}");
            await().atMost(PATIENCE).until(() -> bench.status().delivered() == 1);
            assertThat(broker.read(topic, 3)).hasSize(16);
        }
    }

    @Test
    void withoutSayingSoNoPersonalDataGoesOut() throws Exception {
        broker.topic("none.citizen-report", 1);
        try (TapBench bench = new TapBench(folder)) {
            bench.append("a");
            bench.kafka(broker.address(), "topic", "none.{type}");
            await().atMost(PATIENCE).until(() -> bench.status().delivered() == 1);
            assertThat(new String(broker.read("none.citizen-report", 1).get(0).value(), StandardCharsets.UTF_8))
                    .doesNotContain(Reports.PHONE);
        }
    }

    @Test
    void aMissingTopicIsWaitedForAndNotMade() throws Exception {
        try (TapBench bench = new TapBench(folder)) {
            bench.append("a");
            bench.kafka(broker.address(), "topic", "later.{type}");
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(bench.waiting().orElse("")).contains("no topic \"later.citizen-report\""));
            broker.topic("later.citizen-report", 1);
            await().atMost(PATIENCE).until(() -> bench.status().delivered() == 1);
            assertThat(bench.waiting()).isEmpty();
        }
    }

    @Test
    void aBrokerThatIsAwayIsWaitedFor(@TempDir Path other) throws Exception {
        KafkaBroker away = new KafkaBroker(other, certificate);
        away.start();
        away.topic(REPORTS, 1);
        try (TapBench bench = new TapBench(folder)) {
            bench.append("a");
            bench.kafka(away.address(), "personal", "full");
            await().atMost(PATIENCE).until(() -> bench.status().delivered() == 1);
            away.stop();
            bench.append("b", "c");
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(bench.waiting().orElse("")).contains("does not answer"));
            assertThat(bench.status().lag()).isEqualTo(2);
            assertThat(bench.status().state()).isEqualTo(DeliveryState.ACTIVE);
            away.start();
            await().atMost(Duration.ofSeconds(120)).until(() -> bench.status().lag() == 0);
            assertThat(codes(
                            away.read(REPORTS, 1),
                            "citizen-report/" + Reports.id("c").value()))
                    .containsOnly("c")
                    .isNotEmpty();
        } finally {
            away.close();
        }
    }

    @Test
    void pauseRewindAndWhatIsNoLongerKept() throws Exception {
        broker.topic("again.citizen-report", 1);
        try (TapBench bench = new TapBench(folder)) {
            bench.append("a");
            bench.kafka(broker.address(), "topic", "again.{type}");
            await().atMost(PATIENCE).until(() -> bench.status().delivered() == 1);
            bench.board.pause("platform");
            bench.append("b");
            assertThat(bench.status().state()).isEqualTo(DeliveryState.PAUSED);
            await().during(Duration.ofMillis(1_500))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> bench.status().delivered() == 1);
            bench.board.resume("platform");
            await().atMost(PATIENCE).until(() -> bench.status().delivered() == 2);
            bench.board.rewind("platform", "oldest");
            await().atMost(PATIENCE).until(() -> bench.status().delivered() == 4);
            bench.board.pause("platform");
            bench.append("c", "d");
            bench.log.keepsFrom(4);
            bench.board.resume("platform");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(bench.status().state()).isEqualTo(DeliveryState.BROKEN));
            assertThat(bench.waiting().orElse("")).contains("no longer kept");
            bench.board.rewind("platform", "oldest");
            await().atMost(PATIENCE).until(() -> bench.status().delivered() == 5);
        }
    }

    @Test
    void goesThroughTlsWithAnAccount() throws Exception {
        broker.topic("secure.citizen-report", 1);
        try (TapBench bench = new TapBench(folder)) {
            bench.append("a#1", "a#2");
            bench.kafka(
                    broker.secureAddress(),
                    "topic",
                    "secure.{type}",
                    "personal",
                    "full",
                    "ca",
                    certificate.pem().toString(),
                    "user",
                    "hub",
                    "password",
                    word("secret"));
            await().atMost(PATIENCE).until(() -> bench.status().lag() == 0);
            assertThat(codes(
                            broker.read("secure.citizen-report", 1),
                            "citizen-report/" + Reports.id("a").value()))
                    .containsExactly("a#1", "a#2");
        }
    }

    @Test
    void aWrongPasswordAndAStrangeCertificateAreSaid(@TempDir Path strange) throws Exception {
        broker.topic("refused.citizen-report", 1);
        try (TapBench bench = new TapBench(folder)) {
            bench.append("a");
            bench.kafka(
                    broker.secureAddress(),
                    "topic",
                    "refused.{type}",
                    "ca",
                    certificate.pem().toString(),
                    "user",
                    "hub",
                    "password",
                    word("wrong"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(bench.waiting().orElse("")).contains("refuses the account"));
            bench.kafka(
                    broker.secureAddress(),
                    "topic",
                    "refused.{type}",
                    "ca",
                    Certificate.of(strange, "ip:127.0.0.1").pem().toString(),
                    "user",
                    "hub",
                    "password",
                    word("secret"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(bench.waiting().orElse("")).contains("certificate is not trusted"));
            assertThat(broker.read("refused.citizen-report", 1)).isEmpty();
        }
    }

    /** A password as settings name it: a file that holds it. */
    private String word(String password) throws IOException {
        return "file:" + Files.writeString(folder.resolve(password), password);
    }
}
