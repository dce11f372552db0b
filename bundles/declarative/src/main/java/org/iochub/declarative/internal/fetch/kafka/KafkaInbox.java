package org.iochub.declarative.internal.fetch.kafka;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.iochub.api.Source;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.inbox.Envelopes;
import org.iochub.declarative.internal.fetch.inbox.Inbox;
import org.iochub.declarative.internal.fetch.inbox.Parcel;
import org.iochub.declarative.internal.fetch.inbox.Spool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A member of a consumer group. Offsets are committed when the hub has the records; after any failure another member
 * begins where the last commit was. The client is used as it is, since it alone can be asked whether the servers answer.
 */
final class KafkaInbox implements Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaInbox.class);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final Duration JOIN = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final int FETCH_BYTES = 16 << 20;
    private static final int LONGEST_ID = 200;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final ZoneId zone;
    private ConsumerRecords<byte[], byte[]> ahead = ConsumerRecords.empty();
    private long heard = System.nanoTime();

    private KafkaInbox(KafkaConsumer<byte[], byte[]> consumer, ZoneId zone) {
        this.consumer = consumer;
        this.zone = zone;
    }

    static Inbox open(KafkaOptions options, Source<DeclaredSettings> source) {
        DeclaredSettings settings = source.settings();
        List<String> topics =
                options.topics().stream().map(topic -> topic.fill(settings)).toList();
        KafkaInbox inbox = new KafkaInbox(client(properties(options, source)), source.zone());
        try {
            inbox.join(topics);
            return inbox;
        } catch (RuntimeException e) {
            inbox.close();
            throw e;
        }
    }

    private static Map<String, Object> properties(KafkaOptions options, Source<DeclaredSettings> source) {
        DeclaredSettings settings = source.settings();
        Map<String, Object> properties = new HashMap<>(options.security(settings));
        String name = "iochub-" + source.tenant() + "-" + source.id();
        properties.put("bootstrap.servers", options.servers().fill(settings));
        properties.put("client.id", name);
        properties.put(
                "group.id", options.group().map(group -> group.fill(settings)).orElse(name));
        properties.put("enable.auto.commit", false);
        properties.put("auto.offset.reset", options.start());
        properties.put("allow.auto.create.topics", false);
        properties.put("isolation.level", "read_committed");
        properties.put("max.poll.records", options.batch());
        properties.put("fetch.max.bytes", FETCH_BYTES);
        // A hub whose store stands still for so long gives its place in the group up.
        properties.put(
                "max.poll.interval.ms", Math.toIntExact(Duration.ofMinutes(10).toMillis()));
        properties.put("request.timeout.ms", 10_000);
        properties.put("default.api.timeout.ms", Math.toIntExact(ANSWER.toMillis()));
        properties.put("reconnect.backoff.ms", 500);
        properties.put("reconnect.backoff.max.ms", 5_000);
        return properties;
    }

    /** The client finds its parts by name, through the thread's class loader. */
    private static KafkaConsumer<byte[], byte[]> client(Map<String, Object> properties) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(KafkaConsumer.class.getClassLoader());
        try {
            return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void join(List<String> topics) {
        for (String topic : topics) {
            if (consumer.partitionsFor(topic, ANSWER).isEmpty()) {
                throw new UnknownTopicOrPartitionException(topic);
            }
        }
        consumer.subscribe(topics);
        long end = System.nanoTime() + JOIN.toNanos();
        // A group with more members than partitions has none for this one: that is no failure.
        while (consumer.assignment().isEmpty() && System.nanoTime() < end) {
            ahead = consumer.poll(Duration.ofMillis(200));
        }
    }

    @Override
    public Optional<Parcel> next() throws IOException {
        ConsumerRecords<byte[], byte[]> records = ahead.isEmpty() ? consumer.poll(PATIENCE) : ahead;
        ahead = ConsumerRecords.empty();
        if (records.isEmpty()) {
            checkSilence();
            return Optional.empty();
        }
        heard = System.nanoTime();
        return Optional.of(parcel(records));
    }

    /** A poll says nothing of servers that are gone: it just gives nothing. */
    private void checkSilence() {
        if (System.nanoTime() - heard < SILENCE.toNanos()) {
            return;
        }
        if (consumer.assignment().isEmpty()) {
            consumer.listTopics(ANSWER);
        } else {
            consumer.endOffsets(consumer.assignment(), ANSWER);
        }
        heard = System.nanoTime();
    }

    private Parcel parcel(ConsumerRecords<byte[], byte[]> records) throws IOException {
        Envelopes envelopes = new Envelopes();
        StringBuilder id = new StringBuilder();
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> some = records.records(partition);
            for (ConsumerRecord<byte[], byte[]> record : some) {
                envelopes.add(new RecordLine(record, zone)::write);
            }
            long last = some.get(some.size() - 1).offset();
            next.put(partition, new OffsetAndMetadata(last + 1));
            id.append(id.isEmpty() ? "" : ",").append(partition).append(':');
            id.append(some.get(0).offset()).append('-').append(last);
        }
        byte[] body = envelopes.finish();
        String name = id.toString();
        // Offsets begin anew when a topic is made anew: what the message holds is part of its name.
        return new Parcel(
                (name.length() > LONGEST_ID ? name.substring(0, LONGEST_ID) : name) + "/" + Spool.digest(body),
                name,
                body,
                Map.of("Content-Type", "application/x-ndjson"),
                Optional.empty(),
                () -> consumer.commitSync(next, ANSWER));
    }

    @Override
    public void close() {
        try {
            consumer.close(Duration.ofSeconds(5));
        } catch (KafkaException e) {
            LOG.debug("A client did not close cleanly: {}", e.getClass().getName());
        }
    }
}
