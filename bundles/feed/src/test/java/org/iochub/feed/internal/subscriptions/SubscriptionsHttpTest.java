package org.iochub.feed.internal.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.feed.internal.testing.Face.ADMIN;
import static org.iochub.feed.internal.testing.Face.READER;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.iochub.core.access.PersonalLevel;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.testing.Face;
import org.iochub.feed.internal.testing.FakeSubscriptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionsHttpTest {
    private static final String PATH = "/api/v1/subscriptions";
    private static final String GOOD =
            "{\"name\":\"IOC\",\"address\":\"https://ioc.example.vn/hub\",\"type\":\"dossier\",\"area\":[\"86\"],\"batch\":50}";

    private final Face face = new Face();

    @AfterEach
    void stop() {
        face.close();
    }

    private HttpResponse<String> send(String method, String key, String path, String body) {
        return face.send(face.request(key, path, "Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.tree(response.body().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSecretIsShownOnce() {
        HttpResponse<String> created = send("POST", READER, PATH, GOOD);
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(json(created).path("secret").asText()).isEqualTo("whsec_shown-once");
        String id = json(created).path("id").asText();
        HttpResponse<String> read = face.get(READER, PATH + "/" + id);
        assertThat(read.statusCode()).isEqualTo(200);
        JsonNode document = json(read);
        assertThat(document.path("owner").asText()).isEqualTo("id-" + READER);
        assertThat(document.path("state").asText()).isEqualTo("pending");
        assertThat(document.path("type").asText()).isEqualTo("dossier");
        assertThat(document.at("/area/0").asText()).isEqualTo("86");
        assertThat(document.at("/lastError/en").asText()).isEqualTo("Not agreed.");
        assertThat(document.path("lag").asLong()).isEqualTo(3);
        assertThat(read.body()).doesNotContain("whsec_", "sealed", FakeSubscriptions.TOKEN);
        assertThat(face.get(READER, PATH).body()).doesNotContain("whsec_", "sealed", FakeSubscriptions.TOKEN);
        HttpResponse<String> rotated = send("POST", READER, PATH + "/" + id + "/secret", "{\"overlapSeconds\":60}");
        assertThat(json(rotated).path("secret").asText()).isEqualTo("whsec_another");
        assertThat(json(rotated).path("previousSecretUntil").asText()).isEqualTo("2026-03-01T01:01:00Z");
    }

    @Test
    void aKeySeesItsOwnAndAnAdministratorAll() {
        String id = json(send("POST", READER, PATH, GOOD)).path("id").asText();
        String other = face.key(Face.grants(PersonalLevel.NONE));
        assertThat(json(face.get(other, PATH)).path("subscriptions")).isEmpty();
        assertThat(json(face.get(READER, PATH)).path("subscriptions")).hasSize(1);
        assertThat(json(face.get(ADMIN, PATH)).path("subscriptions")).hasSize(1);
        for (String step : new String[] {"", "/pause", "/resume", "/rewind?after=oldest", "/secret"}) {
            String method = step.isEmpty() ? "GET" : "POST";
            assertThat(send(method, other, PATH + "/" + id + step, "").statusCode())
                    .as(step)
                    .isEqualTo(404);
            assertThat(send(method, ADMIN, PATH + "/" + id + step, "").statusCode())
                    .as(step)
                    .isEqualTo(200);
        }
        assertThat(send("PATCH", other, PATH + "/" + id, "{\"name\":\"x\"}").statusCode())
                .isEqualTo(404);
        assertThat(send("DELETE", other, PATH + "/" + id, "").statusCode()).isEqualTo(404);
        assertThat(send("PATCH", READER, PATH + "/" + id, "{\"owner\":\"somebody\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(json(send("PATCH", READER, PATH + "/" + id, "{\"batch\":7}"))
                        .path("batch")
                        .asInt())
                .isEqualTo(7);
        assertThat(send("DELETE", READER, PATH + "/" + id, "").statusCode()).isEqualTo(204);
        assertThat(face.get(READER, PATH + "/" + id).statusCode()).isEqualTo(404);
        assertThat(face.get("", PATH).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"address\":\"http://ioc.example.vn\"}",
                "{\"address\":7}",
                "{\"adress\":\"https://ioc.example.vn\"}",
                "{\"address\":\"https://ioc.example.vn\",\"batch\":-1}",
                "{\"address\":\"https://ioc.example.vn\",\"batch\":1e9}",
                "{\"address\":\"https://ioc.example.vn\",\"since\":\"yesterday\"}",
                "{\"address\":\"https://ioc.example.vn\",\"area\":[7]}"
            })
    void mistakesAreNamed(String body) {
        HttpResponse<String> refused = send("POST", READER, PATH, body.isEmpty() ? "{}" : body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(refused).path("parameter").asText()).isNotEmpty();
    }

    @Test
    void aCursorThatIsGoneIsA410() {
        String id = json(send("POST", READER, PATH, GOOD)).path("id").asText();
        assertThat(send("POST", READER, PATH + "/" + id + "/rewind?after=old", "")
                        .statusCode())
                .isEqualTo(410);
        assertThat(send("POST", READER, PATH + "/" + id + "/rewind", "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void theReceiverAgreesByItsLinkAlone() {
        String id = json(send("POST", READER, PATH, GOOD)).path("id").asText();
        String link = PATH + "/" + id + "/grant";
        assertThat(face.get("", link).statusCode()).isEqualTo(401);
        assertThat(face.get("", link + "?token=guess").statusCode()).isEqualTo(401);
        assertThat(face.get("", PATH + "/s99/grant?token=" + FakeSubscriptions.TOKEN)
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> granted =
                face.get("", link + "?token=" + FakeSubscriptions.TOKEN, "WebHook-Allowed-Rate", "120");
        assertThat(granted.statusCode()).isEqualTo(200);
        JsonNode document = json(face.get(READER, PATH + "/" + id));
        assertThat(document.path("state").asText()).isEqualTo("active");
        assertThat(document.path("ratePerMinute").asInt()).isEqualTo(120);
        assertThat(send("POST", "", link + "?token=" + FakeSubscriptions.TOKEN, "")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theFiguresAreThoseOfWhoAsks() {
        send("POST", READER, PATH, GOOD);
        String mine = face.get(READER, "/metrics").body();
        assertThat(mine)
                .contains("hub_subscription_lag_records{subscription=\"s1\"} 3")
                .contains("hub_subscription_failures_total{subscription=\"s1\"} 1")
                .doesNotContain("tap=");
        assertThat(face.get(ADMIN, "/metrics").body())
                .contains("hub_subscription_lag_records{tap=\"platform\"} 12")
                .contains("hub_subscription_deliveries_total{subscription=\"s1\"} 2");
        assertThat(face.get(face.key(Face.grants(PersonalLevel.NONE)), "/metrics")
                        .body())
                .doesNotContain("subscription=\"s1\"");
    }
}
