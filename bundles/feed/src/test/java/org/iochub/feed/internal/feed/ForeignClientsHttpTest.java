package org.iochub.feed.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.launchdarkly.eventsource.ConnectStrategy;
import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.MessageEvent;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.iochub.feed.internal.testing.Face;
import org.iochub.feed.internal.testing.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Readers made by others, over real sockets. */
@Timeout(60)
class ForeignClientsHttpTest {
    private final Face face = new Face();

    @AfterEach
    void stop() {
        face.close();
    }

    @Test
    void theCloudEventsSdkReadsBatchesAndSingleEvents() throws Exception {
        IntStream.range(0, 3).forEach(i -> face.log.append(Sample.facility("f" + i, 105)));
        ObjectMapper sdk = new ObjectMapper().registerModule(JsonFormat.getCloudEventJacksonModule());
        String batch = face.get(Face.READER, "/api/v1/feeds/facility").body();
        CloudEvent[] events = sdk.readValue(batch, CloudEvent[].class);
        assertThat(events).hasSize(3);
        CloudEvent first = events[0];
        assertThat(first.getType()).isEqualTo("org.iochub.facility.v1");
        assertThat(first.getSource()).hasToString("urn:iochub:test:source:stations");
        assertThat(first.getDataContentType()).isEqualTo("application/json");
        assertThat(first.getTime()).isNotNull();
        assertThat(first.getExtension("sequence")).isEqualTo("00000000000000000001");
        assertThat(new String(first.getData().toBytes(), StandardCharsets.UTF_8))
                .contains("\"facilityCode\":\"f0\"");

        byte[] single = face.getBytes(Face.READER, "/api/v1/records/facility/" + first.getSubject())
                .body();
        CloudEvent alone = new JsonFormat().deserialize(single);
        assertThat(alone.getId()).isEqualTo(first.getId());
        assertThat(alone.getSubject()).isEqualTo(first.getSubject());

        for (String line : face.get(Face.READER, "/api/v1/feeds/facility?format=ndjson")
                .body()
                .split("\n")) {
            CloudEvent each = new JsonFormat().deserialize(line.getBytes(StandardCharsets.UTF_8));
            assertThat(each.getType()).isEqualTo(first.getType());
        }
    }

    @Test
    void anSseClientResumesByItselfBehindTheLastEvent() throws Exception {
        IntStream.range(0, 250).forEach(i -> face.log.append(Sample.facility("f" + i, 105)));
        ConnectStrategy connect = ConnectStrategy.http(face.url().resolve("/api/v1/feeds/facility?format=sse"))
                .header("Authorization", "Bearer " + Face.READER);
        List<String> codes = new ArrayList<>();
        try (EventSource source = new EventSource.Builder(connect)
                .retryDelay(10, TimeUnit.MILLISECONDS)
                .build()) {
            source.start();
            take(source, 120, codes);
            // Its connection breaks; it comes back with Last-Event-ID.
            source.interrupt();
            take(source, 130, codes);
            face.log.append(Sample.facility("live", 105));
            take(source, 1, codes);
            assertThat(source.getLastEventId()).isNotBlank();
        }
        List<String> expected =
                new ArrayList<>(IntStream.range(0, 250).mapToObj(i -> "f" + i).toList());
        expected.add("live");
        assertThat(codes).isEqualTo(expected);
    }

    private static void take(EventSource source, int events, List<String> codes) throws Exception {
        for (int i = 0; i < events; i++) {
            MessageEvent message = source.readMessage();
            CloudEvent event = new JsonFormat().deserialize(message.getData().getBytes(StandardCharsets.UTF_8));
            codes.add(new ObjectMapper()
                    .readTree(event.getData().toBytes())
                    .path("facilityCode")
                    .asText());
        }
    }
}
