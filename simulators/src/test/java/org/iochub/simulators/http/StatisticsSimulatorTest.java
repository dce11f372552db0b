package org.iochub.simulators.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatisticsSimulatorTest {
    @Test
    void givesWhatWasUpdatedAfterATime() throws Exception {
        try (StatisticsSimulator simulator = new StatisticsSimulator(3)) {
            String all = ask(simulator, "").body();
            String later =
                    ask(simulator, "?updatedAfter=2025-01-01T00:00:00%2B07:00").body();

            assertThat(all.lines())
                    .hasSizeGreaterThan(70)
                    .contains(later.lines().toArray(String[]::new));
            assertThat(later.lines()).hasSizeBetween(10, 30);
            assertThat(ask(simulator, "?updatedAfter=2030-01-01T00:00:00Z").statusCode())
                    .isEqualTo(404);
        }
    }

    private static HttpResponse<String> ask(StatisticsSimulator simulator, String query)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.url() + query))
                .timeout(Duration.ofSeconds(10))
                .header("Accept", "application/vnd.sdmx.data+csv;version=2.0.0")
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
