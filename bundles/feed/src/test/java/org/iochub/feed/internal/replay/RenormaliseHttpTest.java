package org.iochub.feed.internal.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.iochub.core.replay.RenormaliseRequest;
import org.iochub.feed.internal.testing.Face;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RenormaliseHttpTest {
    private final Face face = new Face();

    @AfterEach
    void close() {
        face.close();
    }

    private HttpResponse<String> post(String body) {
        return face.send(face.request(Face.ADMIN, "/api/v1/replays", "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body());
    }

    @Test
    void aDryRunIsStartedItsReportReadAndThenApplied() throws Exception {
        HttpResponse<String> dry =
                post("{\"kind\":\"renormalise\",\"dry\":true,\"source\":\"a\",\"from\":\"2026-02-01T00:00:00+07:00\","
                        + "\"type\":\"task\",\"rate\":7}");
        assertThat(dry.statusCode()).isEqualTo(202);
        assertThat(json(dry).path("kind").asText()).isEqualTo("renormalise");
        assertThat(json(dry).path("dry").asBoolean()).isTrue();
        RenormaliseRequest request = face.renormalises.requests.get(0);
        assertThat(request.from()).contains(Instant.parse("2026-01-31T17:00:00Z"));
        assertThat(request.type()).contains("task");
        assertThat(request.by()).contains("admin");

        JsonNode report = json(face.get(Face.ADMIN, "/api/v1/replays/1/differences"));
        JsonNode field = report.path("differences").path("fields").path(0);
        assertThat(field.path("field").asText()).isEqualTo("assigneeOrg");
        assertThat(field.path("examples").path(0).path("after").asText()).isEqualTo("Sở Tài chính");
        assertThat(report.path("differences").path("counts").path("changed").asInt())
                .isEqualTo(1);

        HttpResponse<String> applied = post("{\"kind\":\"renormalise\",\"apply\":1,\"confirm\":true}");
        assertThat(applied.statusCode()).isEqualTo(202);
        assertThat(json(applied).path("dryRun").asInt()).isEqualTo(1);
        assertThat(json(applied).path("dry").asBoolean()).isFalse();
    }

    @Test
    void nothingIsAppliedWithoutADryRunAndAConfirmation() throws Exception {
        assertThat(json(post("{\"kind\":\"renormalise\",\"dry\":false,\"source\":\"a\"}"))
                        .path("parameter")
                        .asText())
                .isEqualTo("dry");
        assertThat(json(post("{\"kind\":\"renormalise\",\"apply\":1}"))
                        .path("parameter")
                        .asText())
                .isEqualTo("confirm");
        assertThat(post("{\"kind\":\"renormalise\",\"apply\":1,\"confirm\":true}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(post("{\"kind\":\"renormalise\"}").statusCode()).isEqualTo(400);
        assertThat(post("{\"kind\":\"other\"}").statusCode()).isEqualTo(400);
        assertThat(post("{\"kind\":\"renormalise\",\"source\":\"a\",\"stage\":\"read\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(face.renormalises.requests).isEmpty();
    }

    @Test
    void aReplayHasNoReport() {
        post("{\"all\":true}");
        assertThat(face.get(Face.ADMIN, "/api/v1/replays/1/differences").statusCode())
                .isEqualTo(404);
    }
}
