package org.iochub.declarative.internal.fetch.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.iochub.api.Transport;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.inbox.Compile;
import org.iochub.declarative.internal.fetch.inbox.Lines;
import org.iochub.declarative.internal.fetch.inbox.Silence;
import org.iochub.declarative.internal.fetch.inbox.Standard;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MqttFetchTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OPTIONS = """
            broker: "{{address}}"
            topics: [giao-thong/+/luu-luong, su-co/#]
            user: iochub
            password: "{{hidden}}"
            batch: 50
            """;

    private int port;
    private Optional<Broker> broker = Optional.empty();
    private TestHub<DeclaredSettings> hub;

    @BeforeEach
    void hub() throws Exception {
        port = Silence.free();
        hub = Lines.hub(Compile.good(new MqttFetchFactory(), OPTIONS));
    }

    @AfterEach
    void close() throws Exception {
        hub.close();
        if (broker.isPresent()) {
            broker.get().close();
        }
    }

    @Test
    void delivers() throws Exception {
        start();
        broker().publish("giao-thong/nut-1/luu-luong", "{\"xe\": 12.50,\n \"luc\": \"08:00\"}");
        broker().publish("giao-thong/nut-1/khac", "{}");
        broker().publish("su-co/ngap/duong-1", "ngập sâu");
        broker().publish("su-co/anh", new byte[] {(byte) 0xff, 0});
        broker().publish("su-co/hong", "{\"a\": 1");
        broker().publish("su-co/trung", "{\"a\": 1, \"a\": 2}");
        broker().publish("su-co/rong", "");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Lines.taken(hub)).hasSize(6));

        String at = "\"receivedAt\":\"2026-03-02T08:00+07:00\"}";
        assertThat(hub.codes())
                .containsExactlyInAnyOrder(
                        "{\"topic\":\"giao-thong/nut-1/luu-luong\",\"payload\":{\"xe\":12.50,\"luc\":\"08:00\"}," + at,
                        "{\"topic\":\"su-co/ngap/duong-1\",\"payload\":\"ngập sâu\"," + at,
                        "{\"topic\":\"su-co/anh\",\"payloadBase64\":\"/wA=\"," + at,
                        "{\"topic\":\"su-co/hong\",\"payload\":\"{\\\"a\\\": 1\"," + at,
                        "{\"topic\":\"su-co/trung\",\"payload\":\"{\\\"a\\\": 1, \\\"a\\\": 2}\"," + at,
                        "{\"topic\":\"su-co/rong\",\"payload\":\"\"," + at);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(broker().held()).isZero());
    }

    @Test
    void gathersManyMessagesIntoFewAndAcknowledgesThemAll() throws Exception {
        start();
        broker().publish("su-co/nhieu", payloads(1_000));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.codes()).hasSize(1_000));

        assertThat(hub.taken())
                .hasSizeLessThan(500)
                .allSatisfy(message -> assertThat(message.changes()).hasSizeLessThanOrEqualTo(50));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(broker().held()).isZero());
    }

    @Test
    void whatTheHubDoesNotTakeStaysAtTheBroker() throws Exception {
        hub.refuse(id -> true);
        start();
        broker().publish("su-co/mot", payloads(3));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.refused()).isGreaterThan(1));
        assertThat(broker().held()).isEqualTo(3);

        hub.refuse(id -> false);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.codes()).hasSize(3));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(broker().held()).isZero());
    }

    @Test
    void losesNothingWhileItIsStopped() throws Exception {
        start();
        hub.stop();
        broker().publish("su-co/mot", payloads(120));
        assertThat(broker().held()).isEqualTo(120);

        hub.start(Compile.settings(broker().address()), NOW);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.codes()).hasSize(120));
    }

    @Test
    void waitsForABrokerThatIsDownAndForOneThatGoesAway() throws Exception {
        hub.start(Compile.settings("tcp://127.0.0.1:" + port), NOW);
        waitingFor("cannot be connected to");
        broker();
        upToDate();
        broker().publish("su-co/mot", payloads(1));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.codes()).hasSize(1));

        int before = hub.waitings().size();
        broker().close();
        broker = Optional.empty();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.waitings()).hasSizeGreaterThan(before));
        broker();
        upToDate();
        broker().publish("su-co/hai", "2");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.codes()).hasSize(2));
    }

    @Test
    void doesNotWaitForEverForASilentBroker() throws Exception {
        try (Silence silence = Silence.open()) {
            hub.start(Compile.settings("tcp://127.0.0.1:" + silence.port()), NOW);
            waitingFor("did not answer in time");
        }
    }

    @Test
    void showsNoSecret() throws Exception {
        try (Standard log = new Standard()) {
            start();
            broker().publish("su-co/mot", payloads(1));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.codes()).hasSize(1));
            hub.stop();
            hub = Lines.hub(Compile.good(
                    new MqttFetchFactory(), OPTIONS.replace("iochub", "khac").replace("{{hidden}}", "{{hidden}}!")));
            hub.start(Compile.settings(broker().address()), NOW);
            waitingFor("refuses the account");

            assertThat(log.text() + hub.waitings() + hub.taken()).doesNotContain(Compile.HIDDEN);
        }
    }

    @Test
    void speaksTlsToABrokerItIsToldToTrust(@TempDir Path folder) throws Exception {
        Path keys = folder.resolve("keys.p12");
        Path certificate = folder.resolve("ca.pem");
        keytool(
                "-genkeypair",
                "-alias",
                "b",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                "changeit",
                "-validity",
                "2");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "b",
                "-keystore",
                keys.toString(),
                "-storepass",
                "changeit",
                "-file",
                certificate.toString());
        broker = Optional.of(new Broker(port, Optional.of(keys)));
        hub.start(Compile.settings("ssl://127.0.0.1:" + port), NOW);
        waitingFor("No TLS connection");
        hub.stop();

        hub = Lines.hub(Compile.good(new MqttFetchFactory(), OPTIONS + "ca: " + certificate));
        hub.start(Compile.settings("mqtts://127.0.0.1:" + port), NOW);
        upToDate();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "broker: http://x\\ntopics: a | /from/mqtt/broker",
                "broker: tcp://u:p@x\\ntopics: a | /from/mqtt/broker",
                "broker: tcp://x\\ntopics: [a, b#] | /from/mqtt/topics/1",
                "broker: tcp://x\\ntopics: a/b+/c | /from/mqtt/topics",
                "broker: tcp://x\\ntopics: a\\nwindow: nhanh | /from/mqtt/window",
            })
    void namesWhatIsWrong(String yaml, String pointer) {
        assertThat(Compile.problems(new MqttFetchFactory(), yaml.replace("\\n", "\n")))
                .singleElement()
                .satisfies(text -> assertThat(text).startsWith(pointer + ": "));
    }

    @Test
    void isMqtt() {
        assertThat(Compile.good(new MqttFetchFactory(), OPTIONS).transport()).isEqualTo(Transport.MQTT);
        assertThat(Compile.misfits(new MqttFetchFactory(), "broker: tcp://x\ntopics: a\nqos: 2"))
                .isNotEmpty();
    }

    private Broker broker() throws Exception {
        if (broker.isEmpty()) {
            broker = Optional.of(new Broker(port, Optional.empty()));
        }
        return broker.get();
    }

    /** With the session at the broker: what is published from now on is for it. */
    private void start() throws Exception {
        hub.start(Compile.settings(broker().address()), NOW);
        upToDate();
    }

    private static byte[][] payloads(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ("{\"so\":" + i + "}").getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    private static void keytool(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private void upToDate() {
        int goal = hub.timesUpToDate() + 1;
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.timesUpToDate()).isGreaterThanOrEqualTo(goal));
    }

    private void waitingFor(String sentence) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.waitings())
                        .anySatisfy(text -> assertThat(text.en()).contains(sentence)));
    }
}
