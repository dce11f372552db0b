package org.iochub.delivery.internal.tap;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * An idempotent producer that waits for all replicas. The CloudEvents binding in structured mode: the value is the whole
 * event, so that a consumer needs no header to understand it. A producer that failed is thrown away with what it still
 * held, else that could arrive after what is sent anew.
 */
final class KafkaOutlet implements Outlet {
    private static final int ANSWER_MILLIS = 15_000;
    private static final int DELIVERY_MILLIS = 30_000;
    private static final int LARGEST = 4 << 20;

    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Set<String> seen = new HashSet<>();

    private KafkaOutlet(Admin admin, KafkaProducer<byte[], byte[]> producer) {
        this.admin = admin;
        this.producer = producer;
    }

    static Outlet open(TapSettings settings) throws Exception {
        return Library.within(KafkaProducer.class, () -> {
            Map<String, Object> common = new HashMap<>(security(settings));
            common.put("bootstrap.servers", settings.servers());
            common.put("client.id", settings.clientId().orElse("iochub-tap-" + settings.name()));
            common.put("request.timeout.ms", 10_000);
            common.put("reconnect.backoff.ms", 500);
            common.put("reconnect.backoff.max.ms", 5_000);
            Map<String, Object> properties = new HashMap<>(common);
            properties.put("acks", "all");
            properties.put("enable.idempotence", true);
            properties.put("max.in.flight.requests.per.connection", 5);
            properties.put("max.block.ms", ANSWER_MILLIS);
            properties.put("delivery.timeout.ms", DELIVERY_MILLIS);
            properties.put("linger.ms", 5);
            properties.put("max.request.size", LARGEST);
            properties.put("compression.type", "none");
            common.put("default.api.timeout.ms", ANSWER_MILLIS);
            Admin admin = Admin.create(common);
            try {
                return new KafkaOutlet(
                        admin, new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()));
            } catch (RuntimeException e) {
                admin.close(Duration.ZERO);
                throw e;
            }
        });
    }

    private static Map<String, Object> security(TapSettings settings) {
        Map<String, Object> security = new HashMap<>();
        boolean encrypted = settings.ca().isPresent();
        security.put(
                "security.protocol", (settings.user().isPresent() ? "SASL_" : "") + (encrypted ? "SSL" : "PLAINTEXT"));
        settings.ca().ifPresent(file -> {
            security.put("ssl.truststore.type", "PEM");
            security.put("ssl.truststore.location", file.toString());
        });
        settings.user().ifPresent(user -> {
            String module =
                    settings.mechanism().startsWith("SCRAM") ? "scram.ScramLoginModule" : "plain.PlainLoginModule";
            security.put("sasl.mechanism", settings.mechanism());
            security.put(
                    "sasl.jaas.config",
                    "org.apache.kafka.common.security." + module + " required username=" + quoted(user) + " password="
                            + quoted(settings.password().orElse("")) + ";");
        });
        return security;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @Override
    public void send(List<TapMessage> messages) throws Exception {
        for (TapMessage message : messages) {
            require(message.topic());
        }
        List<Future<?>> sent = new ArrayList<>();
        for (TapMessage message : messages) {
            sent.add(producer.send(record(message)));
        }
        producer.flush();
        for (Future<?> one : sent) {
            one.get(DELIVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** A producer that asks for a topic that is not there would make one, with whatever the server takes for usual. */
    private void require(String topic) throws Exception {
        if (seen.contains(topic)) {
            return;
        }
        try {
            admin.describeTopics(List.of(topic)).allTopicNames().get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
            seen.add(topic);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownTopicOrPartitionException
                    ? new UnknownTopicOrPartitionException(topic)
                    : e;
        }
    }

    private static ProducerRecord<byte[], byte[]> record(TapMessage message) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(message.topic(), message.key().getBytes(StandardCharsets.UTF_8), message.event());
        record.headers().add("content-type", TapMessage.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
        record.headers().add(TapMessage.CURSOR, message.cursor().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        admin.close(Duration.ZERO);
    }
}
