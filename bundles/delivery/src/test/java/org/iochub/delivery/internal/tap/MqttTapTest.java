package org.iochub.delivery.internal.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.iochub.delivery.internal.testing.Certificate;
import org.iochub.delivery.internal.testing.Reports;
import org.iochub.reading.cursor.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MqttTapTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private static int free() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static EmbeddedActiveMQ broker(int port) throws Exception {
        return broker(port, "");
    }

    private static EmbeddedActiveMQ broker(int port, String more) throws Exception {
        EmbeddedActiveMQ server = new EmbeddedActiveMQ();
        server.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAddressSetting("#", new AddressSettings().setDefaultAddressRoutingType(RoutingType.MULTICAST))
                .addAcceptorConfiguration("mqtt", "tcp://127.0.0.1:" + port + "?protocols=MQTT" + more));
        server.start();
        return server;
    }

    private static MqttClient subscriber(int port, List<MqttMessage> arrived, List<String> topics) throws Exception {
        MqttClient client = new MqttClient("tcp://127.0.0.1:" + port, "nen-tang", new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setConnectionTimeout(10);
        client.setTimeToWait(10_000);
        client.connect(options);
        MqttSubscription all = new MqttSubscription("iochub/#", 1);
        client.subscribe(new MqttSubscription[] {all}, new org.eclipse.paho.mqttv5.client.IMqttMessageListener[] {
            (topic, message) -> {
                topics.add(topic);
                arrived.add(message);
            }
        });
        return client;
    }

    private static String property(MqttMessage message, String name) {
        return message.getProperties().getUserProperties().stream()
                .filter(property -> property.getKey().equals(name))
                .map(UserProperty::getValue)
                .findFirst()
                .orElse("");
    }

    private static CloudEvent event(MqttMessage message) {
        return new JsonFormat().deserialize(message.getPayload());
    }

    @Test
    void recordsArriveInOrderWithKeyAndCursor() throws Exception {
        int port = free();
        EmbeddedActiveMQ server = broker(port);
        List<MqttMessage> arrived = new CopyOnWriteArrayList<>();
        List<String> topics = new CopyOnWriteArrayList<>();
        MqttClient subscriber = subscriber(port, arrived, topics);
        try (TapBench bench = new TapBench(folder)) {
            String[] codes = new String[60];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = "a#" + i;
            }
            bench.append(codes);
            bench.mqtt("tcp://127.0.0.1:" + port, "batch", "25");
            await().atMost(PATIENCE).until(() -> arrived.size() == 60);
            assertThat(topics).containsOnly("iochub/vinhlong/citizen-report");
            assertThat(arrived.stream()
                            .map(message ->
                                    Long.parseLong((String) event(message).getExtension("sequence"))))
                    .isSorted()
                    .doesNotHaveDuplicates();
            MqttMessage last = arrived.get(59);
            assertThat(last.getProperties().getContentType()).startsWith("application/cloudevents+json");
            assertThat(property(last, "iochub_key"))
                    .isEqualTo("citizen-report/" + Reports.id("a").value());
            assertThat(bench.cursors.place(property(last, "iochub_cursor")))
                    .contains(new Place(bench.log.head().epoch(), 60));
            await().atMost(PATIENCE).until(() -> bench.status().lag() == 0);
        } finally {
            subscriber.disconnectForcibly();
            subscriber.close(true);
            server.stop();
        }
    }

    @Test
    void aBrokerThatIsAwayIsWaitedFor() throws Exception {
        int port = free();
        EmbeddedActiveMQ server = broker(port);
        try (TapBench bench = new TapBench(folder)) {
            bench.append("a");
            bench.mqtt("tcp://127.0.0.1:" + port);
            await().atMost(PATIENCE).until(() -> bench.status().delivered() == 1);
            server.stop();
            bench.append("b");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(bench.waiting().orElse("")).contains("does not answer"));
            assertThat(bench.status().lag()).isEqualTo(1);
            server = broker(port);
            await().atMost(PATIENCE).until(() -> bench.status().lag() == 0);
            assertThat(bench.waiting()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void goesThroughTlsToABrokerItIsToldToTrustAndToNoOther() throws Exception {
        int port = free();
        Certificate certificate = Certificate.of(folder, "ip:127.0.0.1");
        EmbeddedActiveMQ server = broker(
                port,
                ";sslEnabled=true;keyStoreType=PKCS12;keyStorePath=" + certificate.keys() + ";keyStorePassword="
                        + Certificate.PASSWORD);
        try (TapBench bench = new TapBench(folder)) {
            bench.append("a");
            bench.mqtt("mqtts://127.0.0.1:" + port);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(bench.waiting().orElse("")).contains("certificate is not trusted"));
            // Trusted as an issuer, and yet of another name than the one in the address.
            bench.mqtt("mqtts://localhost:" + port, "ca", certificate.pem().toString());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(bench.status().delivered()).isZero());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(bench.waiting().orElse("")).contains("certificate is not trusted"));
            bench.mqtt("mqtts://127.0.0.1:" + port, "ca", certificate.pem().toString());
            await().atMost(PATIENCE).until(() -> bench.status().lag() == 0);
            assertThat(bench.status().delivered()).isEqualTo(1);
        } finally {
            server.stop();
        }
    }
}
