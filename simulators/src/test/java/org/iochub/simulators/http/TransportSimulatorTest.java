package org.iochub.simulators.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TransportSimulatorTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void aSeedGivesTheSameTimetableEachTime() throws Exception {
        try (TransportSimulator one = new TransportSimulator(5, CLOCK);
                TransportSimulator two = new TransportSimulator(5, CLOCK);
                TransportSimulator other = new TransportSimulator(6, CLOCK)) {
            assertThat(get(one.timetable(), "").body())
                    .isEqualTo(get(two.timetable(), "").body())
                    .isNotEqualTo(get(other.timetable(), "").body());
        }
    }

    @Test
    void whoAsksConditionallyHearsOnlyOfChanges() throws Exception {
        try (TransportSimulator server = new TransportSimulator(5, CLOCK)) {
            for (URI url : new URI[] {server.timetable(), server.roadWorks()}) {
                String etag = get(url, "").headers().firstValue("ETag").orElseThrow();
                assertThat(get(url, etag).statusCode()).isEqualTo(304);
                server.publish(31);
                server.addWork();
                assertThat(get(url, etag).statusCode()).isEqualTo(200);
            }
            assertThat(server.notModified()).isEqualTo(2);
        }
    }

    private static HttpResponse<byte[]> get(URI url, String etag) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(url);
        if (!etag.isEmpty()) {
            request.header("If-None-Match", etag);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
