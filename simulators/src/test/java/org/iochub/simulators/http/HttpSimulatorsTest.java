package org.iochub.simulators.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpSimulatorsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void aSeedGivesTheSameReportsEachTime() throws Exception {
        try (Open311Simulator one = new Open311Simulator(5, CLOCK);
                Open311Simulator two = new Open311Simulator(5, CLOCK);
                Open311Simulator other = new Open311Simulator(6, CLOCK)) {
            one.grow(Open311Simulator.QUANG_NAM, 3);
            two.grow(Open311Simulator.QUANG_NAM, 3);
            assertThat(body(one.url().resolve("requests.json")))
                    .isEqualTo(body(two.url().resolve("requests.json")));
            assertThat(body(one.url().resolve("requests.json")))
                    .isNotEqualTo(body(other.url().resolve("requests.json")));
        }
    }

    @Test
    void equalUpdateTimesLieAcrossTheEndOfAPage() throws Exception {
        try (Open311Simulator server = new Open311Simulator(5, CLOCK)) {
            List<String> updated = new ArrayList<>();
            for (JsonNode report :
                    new ObjectMapper().readTree(body(server.url().resolve("requests.json?page=1&page_size=100")))) {
                updated.add(report.path("updated_datetime").asText());
            }
            assertThat(updated).isSorted();
            assertThat(updated.get(19)).isEqualTo(updated.get(20));
        }
    }

    @Test
    void feedsChangeOnlyWhenTold() throws Exception {
        try (MediaFeedSimulator site = new MediaFeedSimulator(5, CLOCK)) {
            URI feed = site.url(MediaFeedSimulator.QUANG_NGAI);
            String etag = get(feed).headers().firstValue("ETag").orElseThrow();
            assertThat(conditional(feed, etag).statusCode()).isEqualTo(304);
            site.grow(MediaFeedSimulator.QUANG_NGAI, 1);
            assertThat(conditional(feed, etag).statusCode()).isEqualTo(200);
            assertThat(get(site.url("khong-co.rss")).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aSiteThatWentDownComesBackAtTheSameAddress() throws Exception {
        try (MediaFeedSimulator site = new MediaFeedSimulator(5, CLOCK)) {
            site.down();
            assertThatThrownBy(() -> get(site.url(MediaFeedSimulator.DUC_PHO))).isInstanceOf(ConnectException.class);
            site.up();
            assertThat(get(site.url(MediaFeedSimulator.DUC_PHO)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theDemonstrationsInstancesAreNamedAfterTheirAdapters() {
        try (Open311Simulator reports = new Open311Simulator(5, CLOCK);
                MediaFeedSimulator media = new MediaFeedSimulator(5, CLOCK)) {
            assertThat(reports.instances().values())
                    .allMatch(settings -> settings.get("adapter").equals("field-reports"));
            assertThat(media.instances().values())
                    .allMatch(settings -> settings.get("adapter").equals("online-media"));
            assertThat(reports.instances()).hasSize(2);
            assertThat(media.instances()).hasSize(3);
        }
    }

    private static String body(URI uri) throws IOException, InterruptedException {
        return get(uri).body();
    }

    private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> conditional(URI uri, String etag) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(uri).header("If-None-Match", etag).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
