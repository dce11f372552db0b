package org.iochub.feed.internal.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.testing.Face;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertsHttpTest {
    private final Face face = new Face();

    @AfterEach
    void stop() {
        face.close();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.tree(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String address, String body) {
        return face.send(face.request(Face.ADMIN, address, "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void listsWhatFiresWithWhomToCall() {
        JsonNode list = json(face.get(Face.ADMIN, "/api/v1/alerts?days=60"));
        assertThat(list.path("alerts")).hasSize(2);
        JsonNode first = list.path("alerts").path(0);
        assertThat(first.path("id").asText()).isEqualTo("source-failing.stations-hanoi");
        assertThat(first.path("severity").asText()).isEqualTo("critical");
        assertThat(first.path("state").asText()).isEqualTo("firing");
        assertThat(first.path("sentence").path("vi").asText()).isEqualTo("Hãy gọi đầu mối.");
        assertThat(first.at("/contact/names/0").asText()).contains("Tổ trực 1");
        assertThat(face.get(Face.ADMIN, "/api/v1/alerts?days=61").statusCode()).isEqualTo(400);
    }

    @Test
    void somebodyTakesCare() {
        HttpResponse<String> answer =
                post("/api/v1/alerts/source-stale.reports-hanoi/acknowledge", "{\"note\":\"đã gọi\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).at("/acknowledged/note").asText()).isEqualTo("đã gọi");
        assertThat(json(answer).at("/acknowledged/by").asText()).isNotEmpty();
        assertThat(json(face.get(Face.ADMIN, "/api/v1/alerts/source-stale.reports-hanoi"))
                        .path("state")
                        .asText())
                .isEqualTo("firing");
        assertThat(post("/api/v1/alerts/source-failing.stations-hanoi/acknowledge", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("/api/v1/alerts/store-down.store/acknowledge", "{}").statusCode())
                .isEqualTo(404);
        assertThat(post("/api/v1/alerts/source-stale.reports-hanoi/acknowledge", "{ half")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theRunbookAndTheMetric() {
        HttpResponse<String> page = face.get(Face.ADMIN, "/api/v1/alerts/runbook/source-stale");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/markdown");
        assertThat(face.get(Face.ADMIN, "/api/v1/alerts/runbook/none").statusCode())
                .isEqualTo(404);
        assertThat(face.get(Face.ADMIN, "/metrics").body())
                .contains("hub_alerts_firing{severity=\"critical\"} 1", "hub_alerts_firing{severity=\"warning\"} 1");
        assertThat(face.get(Face.READER, "/metrics").body()).doesNotContain("hub_alerts_firing");
    }

    @Test
    void onlyAdministratorsSeeThem() {
        assertThat(face.get(Face.READER, "/api/v1/alerts").statusCode()).isEqualTo(403);
        assertThat(face.get(Face.READER, "/api/v1/reports").statusCode()).isEqualTo(403);
    }

    @Test
    void reportsAreMadeAndFetchedInEveryForm() {
        HttpResponse<String> made =
                post("/api/v1/reports", "{\"tenant\":\"vinhlong\",\"from\":\"2026-02-23\",\"to\":\"2026-03-01\"}");
        assertThat(made.statusCode()).isEqualTo(201);
        String id = json(made).path("id").asText();
        assertThat(json(face.get(Face.ADMIN, "/api/v1/reports")).path("reports"))
                .hasSize(2);
        for (String format : new String[] {"json", "html", "pdf", "xlsx"}) {
            HttpResponse<String> file = face.get(Face.ADMIN, "/api/v1/reports/" + id + "?format=" + format);
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                    .contains(id + "." + format);
        }
        assertThat(face.get(Face.ADMIN, "/api/v1/reports/none").statusCode()).isEqualTo(404);
        assertThat(post("/api/v1/reports", "{\"tenant\":\"x\",\"from\":\"2026-02-23\",\"to\":\"2026-03-01\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("/api/v1/reports", "{\"tenant\":\"vinhlong\",\"from\":\"hôm qua\",\"to\":\"2026-03-01\"}")
                        .statusCode())
                .isEqualTo(400);
    }
}
