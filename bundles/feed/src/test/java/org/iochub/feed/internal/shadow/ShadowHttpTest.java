package org.iochub.feed.internal.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.iochub.core.audit.AuditFilter;
import org.iochub.feed.internal.testing.Face;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shadows over HTTP. */
class ShadowHttpTest {
    private final Face face = new Face();

    @AfterEach
    void stop() throws Exception {
        face.close();
    }

    private HttpResponse<String> post(String key, String address, String body) {
        return face.send(face.request(key, address).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body());
    }

    @Test
    void aCandidateIsStartedWatchedAndPromoted() throws Exception {
        HttpResponse<String> started =
                post(Face.ADMIN, "/api/v1/shadows?file=next.yaml&since=2026-03-01T00:00:00%2B07:00", "good");
        assertThat(started.statusCode()).isEqualTo(201);
        assertThat(json(started).path("state").asText()).isEqualTo("running");
        assertThat(face.shadows.started.get(0))
                .startsWith("next.yaml 2026-02-28T17:00:00Z ")
                .contains("admin");

        JsonNode one = json(face.get(Face.ADMIN, "/api/v1/shadows/next.yaml"));
        assertThat(one.path("figures").path("messages").asLong()).isEqualTo(12_345);
        assertThat(one.path("verdict").path("vi").asText()).contains("Khác");
        assertThat(one.path("instances")
                        .path(0)
                        .path("fields")
                        .path("citizen-report.status")
                        .asInt())
                .isEqualTo(2);
        assertThat(json(face.get(Face.ADMIN, "/api/v1/shadows")).path("shadows"))
                .hasSize(1);
        JsonNode fields = json(face.get(Face.ADMIN, "/api/v1/shadows/next.yaml/differences?kind=changed"))
                .path("differences")
                .path(0)
                .path("fields");
        assertThat(fields.path(0).path("after").asText()).isEqualTo("done");
        assertThat(fields.path(1).path("hidden").asBoolean()).isTrue();
        assertThat(face.get(Face.ADMIN, "/api/v1/shadows/next.yaml/differences?kind=lost")
                        .statusCode())
                .isEqualTo(400);

        assertThat(json(post(Face.ADMIN, "/api/v1/shadows/next.yaml/pause", ""))
                        .path("state")
                        .asText())
                .isEqualTo("paused");
        assertThat(json(post(Face.ADMIN, "/api/v1/shadows/next.yaml/resume", ""))
                        .path("state")
                        .asText())
                .isEqualTo("running");
        HttpResponse<String> promoted = post(Face.ADMIN, "/api/v1/shadows/next.yaml/promote", "");
        assertThat(promoted.statusCode()).isEqualTo(200);
        assertThat(json(promoted).path("next").path("en").asText()).contains("Re-normalise");
        assertThat(face.get(Face.ADMIN, "/api/v1/shadows/next.yaml").statusCode())
                .isEqualTo(404);
        assertThat(face.audit.list(AuditFilter.all(), Long.MAX_VALUE, 50))
                .extracting(entry -> entry.event().action())
                .contains("shadow", "shadowPause", "shadowResume", "shadowPromote");
    }

    @Test
    void whatIsRefusedIsSaid() throws Exception {
        HttpResponse<String> refused = post(Face.ADMIN, "/api/v1/shadows?file=next.yaml", "bad");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("candidate-refused", "Thiếu tên.");
        assertThat(post(Face.ADMIN, "/api/v1/shadows?file=evil.sh", "good").statusCode())
                .isEqualTo(400);
        assertThat(post(Face.ADMIN, "/api/v1/shadows?file=a.yaml&since=yesterday", "good")
                        .statusCode())
                .isEqualTo(400);
        assertThat(face.shadows.started).isEmpty();
        post(Face.ADMIN, "/api/v1/shadows?file=worse.yaml", "worse");
        HttpResponse<String> stays = post(Face.ADMIN, "/api/v1/shadows/worse.yaml/promote", "");
        assertThat(stays.statusCode()).isEqualTo(422);
        assertThat(json(stays).path("accepted").asBoolean()).isFalse();
        assertThat(json(post(Face.ADMIN, "/api/v1/shadows/worse.yaml/drop", ""))
                        .path("file")
                        .asText())
                .isEqualTo("worse.yaml");
        assertThat(post(Face.ADMIN, "/api/v1/shadows/worse.yaml/drop", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void onlyAdministratorsTryCandidates() {
        for (String path : new String[] {"shadows", "shadows/a.yaml", "shadows/a.yaml/differences"}) {
            assertThat(face.get(Face.READER, "/api/v1/" + path).statusCode()).isEqualTo(403);
        }
        for (String path : new String[] {"shadows?file=a.yaml", "shadows/a.yaml/promote", "shadows/a.yaml/drop"}) {
            assertThat(post(Face.READER, "/api/v1/" + path, "good").statusCode())
                    .isEqualTo(403);
        }
        assertThat(face.shadows.started).isEmpty();
    }
}
