package org.iochub.declarative.internal.fetch.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.iochub.api.Transport;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.inbox.Compile;
import org.iochub.declarative.internal.fetch.inbox.Lines;
import org.iochub.declarative.internal.fetch.inbox.Silence;
import org.iochub.declarative.internal.fetch.inbox.Standard;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaFetchTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static KafkaBroker broker;

    @TempDir
    static Path folder;

    private final String topic = "su-kien-" + UUID.randomUUID();
    private TestHub<DeclaredSettings> hub;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new KafkaBroker(folder.resolve("kafka"));
        broker.start();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void topic() throws Exception {
        broker.topic(topic, 2);
        hub = Lines.hub(Compile.good(new KafkaFetchFactory(), options()));
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private String options() {
        return "servers: \"{{address}}\"\ntopics: " + topic + "\ngroup: nhom-" + topic + "\nbatch: 40\n";
    }

    @Test
    void deliversAndCommits() throws Exception {
        ProducerRecord<byte[], byte[]> whole = record(0, 1_772_415_000_000L, "k", "{\"xe\": 12.50}");
        whole.headers().add("loai", "A".getBytes(StandardCharsets.UTF_8)).add("ma", new byte[] {(byte) 0xff});
        broker.send(List.of(
                whole,
                record(0, 1_772_415_000_000L, "k", "không phải JSON"),
                new ProducerRecord<>(topic, 0, 1_772_415_000_000L, bytes("k"), (byte[]) null),
                new ProducerRecord<>(topic, 0, 1_772_415_000_000L, (byte[]) null, new byte[] {(byte) 0xff})));
        start();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.codes()).hasSize(4));

        String place = "{\"topic\":\"" + topic + "\",\"partition\":0,\"offset\":";
        String at = ",\"timestamp\":\"2026-03-02T08:30+07:00\"";
        assertThat(hub.codes())
                .containsExactly(
                        place + "0,\"key\":\"k\"" + at
                                + ",\"value\":{\"xe\":12.50},\"headers\":{\"loai\":\"A\",\"maBase64\":\"/w==\"}}",
                        place + "1,\"key\":\"k\"" + at + ",\"value\":\"không phải JSON\"}",
                        place + "2,\"key\":\"k\"" + at + ",\"tombstone\":true}",
                        place + "3" + at + ",\"valueBase64\":\"/w==\"}");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(committed()).isEqualTo(4));
        assertThat(hub.taken().get(0).id()).startsWith(topic + "-0:0-");
    }

    @Test
    void whatTheHubDoesNotTakeIsNotCommittedAndComesAgain() throws Exception {
        broker.send(many(100));
        hub.refuse(id -> hub.taken().size() == 1);
        start();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.refused()).isGreaterThan(1));
        assertThat(committed()).isEqualTo(40);

        hub.refuse(id -> false);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.codes()).hasSize(100));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(committed()).isEqualTo(100));
    }

    @Test
    void goesOnAfterARestart() throws Exception {
        broker.send(many(30));
        start();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(committed()).isEqualTo(30));
        hub.stop();
        broker.send(many(30));
        start();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.codes()).hasSize(60));

        assertThat(Lines.taken(hub)).hasSize(60);
    }

    @Test
    void aTopicThatIsNotThereAndAServerThatIsSilentAreNamed() throws Exception {
        hub = Lines.hub(Compile.good(new KafkaFetchFactory(), options().replace(topic, "khong-co")));
        start();
        waitingFor("no such topic");
        hub.stop();
        try (Silence silence = Silence.open()) {
            hub.start(Compile.settings("127.0.0.1:" + silence.port()), NOW);
            waitingFor("do not answer");
        }
    }

    @Test
    void waitsForAServerThatIsDownAndForOneThatGoesAway(@TempDir Path other) throws Exception {
        KafkaBroker late = new KafkaBroker(other.resolve("kafka"));
        hub.start(Compile.settings(late.address()), NOW);
        waitingFor("do not answer");
        late.start();
        try {
            late.topic(topic, 2);
            late.send(many(1));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.codes()).hasSize(1));
            int before = hub.waitings().size();
            late.stop();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(hub.waitings()).hasSizeGreaterThan(before));
            late.start();
            late.send(many(1));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.codes()).hasSize(2));
        } finally {
            hub.stop();
            late.close();
        }
    }

    @Test
    void signsInAndShowsNoSecret() throws Exception {
        broker.send(many(1));
        String account = options() + "user: iochub\npassword: \"{{hidden}}\"\n";
        try (Standard log = new Standard()) {
            hub = Lines.hub(Compile.good(new KafkaFetchFactory(), account));
            hub.start(Compile.settings(broker.guarded()), NOW);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.codes()).hasSize(1));
            hub.stop();
            hub = Lines.hub(Compile.good(new KafkaFetchFactory(), account.replace("{{hidden}}", "{{hidden}}!")));
            hub.start(Compile.settings(broker.guarded()), NOW);
            waitingFor("refuses the account");

            assertThat(log.text() + hub.waitings() + hub.taken()).doesNotContain(Compile.HIDDEN);
        }
    }

    @Test
    void theSchemaKeepsTheClientsWaysToItself() {
        String yaml = "servers: a:1\ntopics: b\n";
        assertThat(Compile.good(new KafkaFetchFactory(), yaml + "properties: { ssl.key.password: \"{{hidden}}\" }")
                        .transport())
                .isEqualTo(Transport.KAFKA);
        assertThat(Compile.misfits(new KafkaFetchFactory(), yaml + "properties: { enable.auto.commit: \"true\" }"))
                .isNotEmpty();
        assertThat(Compile.problems(new KafkaFetchFactory(), yaml + "password: \"{{hidden}}\""))
                .singleElement()
                .satisfies(text -> assertThat(text).startsWith("/from/kafka/password"));
    }

    private void start() throws Exception {
        hub.start(Compile.settings(broker.address()), NOW);
    }

    private long committed() throws Exception {
        var offset = broker.committed("nhom-" + topic).get(new TopicPartition(topic, 0));
        return offset == null ? -1 : offset.offset();
    }

    private List<ProducerRecord<byte[], byte[]>> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> record(0, 1_772_415_000_000L, "k", "{\"so\":" + i + "}"))
                .toList();
    }

    private ProducerRecord<byte[], byte[]> record(int partition, long time, String key, String value) {
        return new ProducerRecord<>(topic, partition, time, bytes(key), bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void waitingFor(String sentence) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.waitings())
                        .anySatisfy(text -> assertThat(text.en()).contains(sentence)));
    }
}
