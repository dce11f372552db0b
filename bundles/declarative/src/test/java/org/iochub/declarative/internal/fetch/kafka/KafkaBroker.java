package org.iochub.declarative.internal.fetch.kafka;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.iochub.declarative.internal.fetch.inbox.Compile;
import org.iochub.declarative.internal.fetch.inbox.Silence;

/** One server of Kafka with its data in a folder; with a listener for anybody and one for the account {@code iochub}. */
final class KafkaBroker implements AutoCloseable {
    private final int open;
    private final int guarded;
    private final Properties properties = new Properties();
    private KafkaRaftServer server;

    KafkaBroker(Path folder) throws Exception {
        open = Silence.free();
        guarded = Silence.free();
        int controller = Silence.free();
        properties.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@127.0.0.1:" + controller,
                "controller.listener.names", "CONTROLLER",
                "log.dirs", folder.toString()));
        properties.putAll(Map.of(
                "listeners",
                "OPEN://127.0.0.1:" + open + ",SASL://127.0.0.1:" + guarded + ",CONTROLLER://127.0.0.1:" + controller,
                "advertised.listeners",
                "OPEN://127.0.0.1:" + open + ",SASL://127.0.0.1:" + guarded,
                "listener.security.protocol.map",
                "OPEN:PLAINTEXT,SASL:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name",
                "OPEN",
                "sasl.enabled.mechanisms",
                "PLAIN",
                "listener.name.sasl.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required user_iochub=\"" + Compile.HIDDEN
                        + "\";"));
        properties.putAll(Map.of(
                "auto.create.topics.enable", "false",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "group.initial.rebalance.delay.ms", "0",
                "num.network.threads", "1",
                "num.io.threads", "2",
                "log.cleaner.enable", "false",
                // The tests' records bear fixed times.
                "log.retention.ms", "-1"));
        new Formatter()
                .setNodeId(1)
                .setClusterId("4L6g3nShT-eMCtK--X86sw")
                .addDirectory(folder.toString())
                .setMetadataLogDirectory(folder.toString())
                .setControllerListenerName("CONTROLLER")
                .run();
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
        return "127.0.0.1:" + open;
    }

    String guarded() {
        return "127.0.0.1:" + guarded;
    }

    void topic(String name, int partitions) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", address()))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get(60, TimeUnit.SECONDS);
        }
    }

    /** The offsets a group committed. */
    Map<TopicPartition, OffsetAndMetadata> committed(String group) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", address()))) {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(60, TimeUnit.SECONDS);
        }
    }

    void send(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address()), new ByteArraySerializer(), new ByteArraySerializer())) {
            List<java.util.concurrent.Future<?>> sent = new ArrayList<>();
            records.forEach(record -> sent.add(producer.send(record)));
            for (java.util.concurrent.Future<?> one : sent) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
    }

    @Override
    public void close() {
        stop();
    }
}
