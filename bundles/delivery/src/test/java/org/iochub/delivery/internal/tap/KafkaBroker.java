package org.iochub.delivery.internal.tap;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.iochub.delivery.internal.testing.Certificate;

/** One server of Kafka with its data in a folder; started again it has the same address and data. */
final class KafkaBroker implements AutoCloseable {
    private final int port = free();
    private final int secure = free();
    private final Properties properties = new Properties();
    private KafkaRaftServer server;

    /** @param certificate of the listener that wants TLS and the account {@code hub}, {@code secret} */
    KafkaBroker(Path folder, Certificate certificate) throws Exception {
        int controller = free();
        properties.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@127.0.0.1:" + controller,
                "controller.listener.names", "CONTROLLER",
                "log.dirs", folder.toString(),
                "listeners",
                        "OPEN://127.0.0.1:" + port + ",CLOSED://127.0.0.1:" + secure + ",CONTROLLER://127.0.0.1:"
                                + controller,
                "advertised.listeners", "OPEN://127.0.0.1:" + port + ",CLOSED://127.0.0.1:" + secure,
                "listener.security.protocol.map", "OPEN:PLAINTEXT,CLOSED:SASL_SSL,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "OPEN"));
        properties.putAll(Map.of(
                // As many servers have it: the tap must not rely on the other.
                "auto.create.topics.enable", "true",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "group.initial.rebalance.delay.ms", "0",
                "num.network.threads", "1",
                "num.io.threads", "2",
                "log.cleaner.enable", "false",
                "log.retention.ms", "-1"));
        properties.putAll(Map.of(
                "listener.name.closed.ssl.keystore.type",
                "PKCS12",
                "listener.name.closed.ssl.keystore.location",
                certificate.keys().toString(),
                "listener.name.closed.ssl.keystore.password",
                Certificate.PASSWORD,
                "listener.name.closed.ssl.key.password",
                Certificate.PASSWORD,
                "listener.name.closed.sasl.enabled.mechanisms",
                "PLAIN",
                "listener.name.closed.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required user_hub=\"secret\";"));
        new Formatter()
                .setNodeId(1)
                .setClusterId("4L6g3nShT-eMCtK--X86sw")
                .addDirectory(folder.toString())
                .setMetadataLogDirectory(folder.toString())
                .setControllerListenerName("CONTROLLER")
                .run();
    }

    private static int free() throws java.io.IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    void start() {
        server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        server.startup();
    }

    void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** Where it wants TLS and an account. */
    String secureAddress() {
        return "127.0.0.1:" + secure;
    }

    void topic(String name, int partitions) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", address()))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get(60, TimeUnit.SECONDS);
        }
    }

    /** Everything a topic holds, partition by partition. */
    List<ConsumerRecord<String, byte[]>> read(String topic, int partitions) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", address(), "allow.auto.create.topics", false),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> all = new ArrayList<>();
            for (int i = 0; i < partitions; i++) {
                all.add(new TopicPartition(topic, i));
            }
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all, Duration.ofSeconds(30));
            long wanted = ends.values().stream().mapToLong(Long::longValue).sum();
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (records.size() < wanted && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    @Override
    public void close() {
        stop();
    }
}
