package org.iochub.simulators.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatisticsJsonSimulatorTest {
    @Test
    void everyIndexPointsIntoTheStructure() throws Exception {
        try (StatisticsJsonSimulator simulator = new StatisticsJsonSimulator(3)) {
            JsonNode data = data(ask(simulator.url(), "application/vnd.sdmx.data+json;version=2.0.0"));
            JsonNode dimensions = data.at("/structures/0/dimensions/series");
            assertThat(data.path("dataSets")).hasSize(2);
            for (JsonNode set : data.path("dataSets")) {
                assertThat(set.path("series")).isNotEmpty();
                set.path("series").fieldNames().forEachRemaining(key -> {
                    String[] indexes = key.split(":");
                    assertThat(indexes).hasSize(dimensions.size());
                    for (int i = 0; i < indexes.length; i++) {
                        assertThat(Integer.parseInt(indexes[i]))
                                .isLessThan(dimensions.get(i).path("values").size());
                    }
                });
            }
            String later = simulator.url() + "?updatedAfter=2025-01-01T00:00:00%2B07:00";
            assertThat(ask(later, "application/vnd.sdmx.data+json").body().length())
                    .isLessThan(ask(simulator.url(), "application/vnd.sdmx.data+json")
                            .body()
                            .length());
            assertThat(ask(simulator.url(), "text/csv").statusCode()).isEqualTo(406);
            assertThat(ask(simulator.url() + "?updatedAfter=2030-01-01T00:00:00Z", "application/vnd.sdmx.data+json")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aMapServerAnswers304UntilThePlanIsRevised() throws Exception {
        try (ConstructionPlanSimulator simulator = new ConstructionPlanSimulator(3)) {
            HttpResponse<String> first = ask(simulator.url(), "*/*");
            assertThat(new ObjectMapper().readTree(first.body()).path("features"))
                    .hasSize(60);
            HttpRequest again = HttpRequest.newBuilder(URI.create(simulator.url()))
                    .header("If-None-Match", first.headers().firstValue("ETag").orElseThrow())
                    .timeout(Duration.ofSeconds(10))
                    .build();
            HttpClient client = HttpClient.newHttpClient();
            assertThat(client.send(again, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(304);
            simulator.revise();
            assertThat(client.send(again, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    private static JsonNode data(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body()).path("data");
    }

    private static HttpResponse<String> ask(String url, String accept) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Accept", accept)
                .timeout(Duration.ofSeconds(10))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
