package org.iochub.delivery.internal.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A request as a receiver got it. @param headers names in lower case */
public record Received(String method, Map<String, String> headers, byte[] body) {
    /** Read by the CloudEvents SDK. */
    public List<CloudEvent> events() {
        try {
            ObjectMapper mapper = new ObjectMapper();
            List<CloudEvent> events = new ArrayList<>();
            for (JsonNode event : mapper.readTree(body)) {
                events.add(new JsonFormat().deserialize(mapper.writeValueAsBytes(event)));
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> ids() {
        return events().stream().map(CloudEvent::getId).toList();
    }

    public List<String> codes() {
        return events().stream().map(Received::code).toList();
    }

    /** What stands in brackets in the report's text. */
    private static String code(CloudEvent event) {
        String data = new String(event.getData().toBytes(), StandardCharsets.UTF_8);
        return data.replaceFirst("(?s).*\\(([^)]*)\\)\".*", "$1");
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
