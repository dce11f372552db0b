package org.iochub.declarative.internal.fetch.kafka;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.iochub.declarative.internal.fetch.inbox.Envelopes;

/** A record of a topic as a line of JSON. */
record RecordLine(ConsumerRecord<byte[], byte[]> record, ZoneId zone) {
    void write(JsonGenerator json) throws IOException {
        json.writeStringField("topic", record.topic());
        json.writeNumberField("partition", record.partition());
        json.writeNumberField("offset", record.offset());
        if (record.key() != null) {
            Envelopes.text(json, "key", record.key());
        }
        if (record.timestamp() >= 0) {
            json.writeStringField(
                    "timestamp",
                    Instant.ofEpochMilli(record.timestamp())
                            .atZone(zone)
                            .toOffsetDateTime()
                            .toString());
        }
        if (record.value() == null) {
            // Kafka's way to say that what the key names is no more.
            json.writeBooleanField("tombstone", true);
        } else {
            Envelopes.content(json, "value", record.value());
        }
        writeHeaders(json);
    }

    /** Of headers with one name the last counts. */
    private void writeHeaders(JsonGenerator json) throws IOException {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), header.value());
            }
        }
        if (headers.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("headers");
        for (Map.Entry<String, byte[]> header : headers.entrySet()) {
            Envelopes.text(json, header.getKey(), header.getValue());
        }
        json.writeEndObject();
    }
}
