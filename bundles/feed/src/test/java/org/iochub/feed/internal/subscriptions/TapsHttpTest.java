package org.iochub.feed.internal.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.feed.internal.testing.Face.ADMIN;
import static org.iochub.feed.internal.testing.Face.READER;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.testing.Face;
import org.iochub.feed.internal.testing.FakeTaps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TapsHttpTest {
    private static final String PATH = "/api/v1/taps";
    private static final String ONE = PATH + "/" + FakeTaps.NAME;

    private final Face face = new Face();

    @AfterEach
    void stop() {
        face.close();
    }

    private HttpResponse<String> post(String key, String path) {
        return face.send(face.request(key, path).POST(BodyPublishers.noBody()));
    }

    private HttpResponse<String> as(String person, String path) {
        String word = Base64.getEncoder().encodeToString((person + ":pass:word").getBytes(StandardCharsets.UTF_8));
        return face.get("", path, "Authorization", "Basic " + word);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.tree(response.body().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anOperatorSeesHowTheyStand() {
        JsonNode tap = json(face.get(ADMIN, PATH)).at("/taps/0");
        assertThat(tap.path("name").asText()).isEqualTo(FakeTaps.NAME);
        assertThat(tap.path("state").asText()).isEqualTo("active");
        assertThat(tap.path("lag").asLong()).isEqualTo(12);
        assertThat(as("chi", PATH).statusCode()).isEqualTo(200);
        assertThat(as("binh", PATH).statusCode()).isEqualTo(403);
        assertThat(face.get(READER, PATH).statusCode()).isEqualTo(403);
        assertThat(post(READER, ONE + "/pause").statusCode()).isEqualTo(403);
    }

    @Test
    void pausesResumesAndRewinds() {
        assertThat(json(post(ADMIN, ONE + "/pause")).path("state").asText()).isEqualTo("paused");
        assertThat(json(face.get(ADMIN, PATH)).at("/taps/0/state").asText()).isEqualTo("paused");
        assertThat(json(post(ADMIN, ONE + "/resume")).path("state").asText()).isEqualTo("active");
        assertThat(json(post(ADMIN, ONE + "/rewind?after=oldest"))
                        .path("cursor")
                        .asText())
                .isEqualTo("oldest");
        assertThat(post(ADMIN, ONE + "/rewind").statusCode()).isEqualTo(400);
        HttpResponse<String> unknown = post(ADMIN, PATH + "/another/pause");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(json(unknown).path("detail").asText()).contains("another");
        assertThat(face.get(ADMIN, "/api/v1/audit").body()).contains("\"pauseTap\"", "\"rewindTap\"");
    }

    @Test
    void peopleSeeWhoIsOnDutyAndKeysDoNot() {
        JsonNode tenant = json(as("binh", "/api/v1/tenants")).at("/tenants/0");
        assertThat(tenant.path("dutyRoster")).hasSize(3);
        assertThat(tenant.path("onDuty")).extracting(JsonNode::asText).contains("00:00-24:00 Tổ điều hành 1");
        assertThat(tenant.at("/contacts/environment").asText()).isEqualTo("0270 382 3456");
        JsonNode read = json(face.get(READER, "/api/v1/tenants")).at("/tenants/0");
        assertThat(read.has("dutyRoster") || read.has("onDuty") || read.has("contacts"))
                .isFalse();
    }
}
