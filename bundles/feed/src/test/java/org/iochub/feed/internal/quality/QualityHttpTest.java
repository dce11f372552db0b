package org.iochub.feed.internal.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.testing.Face;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class QualityHttpTest {
    private static final String BEHIND =
            "/api/v1/quality/behind?tenant=vinhlong&day=2026-03-02&source=reports&type=citizen-report&measure=";

    private final Face face = new Face();

    @AfterEach
    void stop() {
        face.close();
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return Json.tree(response.body().getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> get(String address) {
        return face.get(Face.ADMIN, address);
    }

    @Test
    void theScorecardSaysEachNumberWithWhatIsBehindIt() {
        JsonNode cards =
                json(get("/api/v1/quality?tenant=vinhlong&day=2026-03-02")).path("cards");
        assertThat(cards).hasSize(1);
        assertThat(cards.at("/0/words/right/percent").asDouble()).isEqualTo(75);
        assertThat(cards.at("/0/words/complete/measure").asText()).isEqualTo("wished");
        JsonNode valid = cards.at("/0/figures/0");
        assertThat(valid.path("numerator").asLong()).isEqualTo(3);
        assertThat(valid.path("denominator").asLong()).isEqualTo(4);
        assertThat(valid.path("definition").asText()).isEqualTo("quality.valid:citizen-report@1");
        assertThat(json(get(valid.path("behind").asText())).at("/items/0/href").asText())
                .isEqualTo(face.url() + "/api/v1/quarantine/17");
    }

    @Test
    void bothListsAreReadPageByPage() {
        HttpResponse<String> first = get("/api/v1/quality?limit=1");
        assertThat(json(first).at("/cards/0/day").asText()).isEqualTo("2026-03-02");
        HttpResponse<String> second = get(Face.link(first, "next").orElseThrow());
        assertThat(json(second).at("/cards/0/day").asText()).isEqualTo("2026-03-01");
        assertThat(json(get(Face.link(second, "next").orElseThrow())).path("cards"))
                .isEmpty();

        HttpResponse<String> refused = get(BEHIND + "valid&all=true");
        HttpResponse<String> taken = get(Face.link(refused, "next").orElseThrow());
        assertThat(json(taken).at("/items/0/kind").asText()).isEqualTo("record");
        assertThat(json(taken).at("/items/0/good").asBoolean()).isTrue();
        assertThat(Face.link(taken, "next")).isEmpty();
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        assertThat(get("/api/v1/quality?day=02/03/2026").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/quality?sources=reports").body()).contains("sources");
        assertThat(get("/api/v1/quality?after=x").statusCode()).isEqualTo(400);
        assertThat(get(BEHIND + "nothing").body()).contains("measure");
        assertThat(get(BEHIND + "regular").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/quality/behind?tenant=vinhlong").statusCode()).isEqualTo(400);
    }

    @Test
    void itIsForThoseWhoRunTheHub() {
        for (String address : new String[] {"/api/v1/quality", BEHIND + "valid", "/api/v1/quality/rules"}) {
            assertThat(face.get(Face.READER, address).statusCode()).isEqualTo(403);
        }
        assertThat(json(get("/api/v1/quality/rules")).at("/rules/0/within").asText())
                .isEqualTo("PT1H");
    }
}
