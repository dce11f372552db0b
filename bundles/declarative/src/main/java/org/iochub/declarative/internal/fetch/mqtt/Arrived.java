package org.iochub.declarative.internal.fetch.mqtt;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.OffsetDateTime;
import org.iochub.declarative.internal.fetch.inbox.Envelopes;

/**
 * A message as the broker sent it.
 *
 * @param packet the broker's number for it, to acknowledge it by
 */
record Arrived(String topic, byte[] payload, int packet, int qos, boolean retained, OffsetDateTime at) {
    void write(JsonGenerator json) throws IOException {
        json.writeStringField("topic", topic);
        Envelopes.content(json, "payload", payload);
        json.writeStringField("receivedAt", at.toString());
        if (retained) {
            json.writeBooleanField("retained", true);
        }
    }
}
