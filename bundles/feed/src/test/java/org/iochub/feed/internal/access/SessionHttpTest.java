package org.iochub.feed.internal.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.iochub.core.audit.AuditEntry;
import org.iochub.core.audit.AuditFilter;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.testing.Face;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionHttpTest {
    private final Face face = new Face();

    @AfterEach
    void stop() {
        face.close();
    }

    @Test
    void aPersonSignsInAndIsKnownByTheCookieAlone() {
        assertThat(json(face.get("", "/api/v1/session")).path("signedIn").asBoolean())
                .isFalse();
        HttpResponse<String> answer = signIn("{\"user\":\"binh\",\"password\":\"pass:word\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(setCookie(answer))
                .contains("; HttpOnly", "; SameSite=Strict", "; Path=/")
                .doesNotContain("Secure");
        assertThat(json(answer).path("role").asText()).isEqualTo("viewer");
        assertThat(json(answer).path("personal").asText()).isEqualTo("masked");

        String cookie = cookie(answer);
        JsonNode who = json(face.get("", "/api/v1/session", "Cookie", cookie));
        assertThat(who.path("name").asText()).isEqualTo("binh");
        assertThat(who.path("csrf").asText())
                .isEqualTo(json(answer).path("csrf").asText());
        assertThat(face.get("", "/api/v1/sources", "Cookie", cookie).statusCode())
                .isEqualTo(200);
        assertThat(face.get("", "/api/v1/keys", "Cookie", cookie).statusCode()).isEqualTo(403);
        assertThat(face.get("", "/api/v1/sources", "Cookie", cookie + "x").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aKeySignsInWithItsGrants() {
        HttpResponse<String> reader = signIn("{\"key\":\"" + Face.READER + "\"}");
        assertThat(json(reader).path("role").asText()).isEqualTo("reader");
        assertThat(json(reader).path("personal").asText()).isEqualTo("masked");
        HttpResponse<String> admin = signIn("{\"key\":\"" + Face.ADMIN + "\"}");
        assertThat(json(admin).path("role").asText()).isEqualTo("admin");
        assertThat(face.get("", "/api/v1/keys", "Cookie", cookie(admin)).statusCode())
                .isEqualTo(200);

        String id = json(reader).path("id").asText();
        assertThat(face.send(face.request(Face.ADMIN, "/api/v1/keys/" + id).DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertThat(face.get("", "/api/v1/types", "Cookie", cookie(reader)).statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatChangesSomethingTakesTheToken() {
        HttpResponse<String> answer = signIn("{\"user\":\"chi\",\"password\":\"pass:word\"}");
        String cookie = cookie(answer);
        String token = json(answer).path("csrf").asText();
        assertThat(post("/api/v1/sources/reports/stop", cookie, "").statusCode())
                .isEqualTo(403);
        assertThat(post("/api/v1/sources/reports/stop", cookie, "guess").statusCode())
                .isEqualTo(403);
        assertThat(face.sources.moves).isEmpty();
        assertThat(post("/api/v1/sources/reports/stop", cookie, token).statusCode())
                .isEqualTo(202);
        assertThat(face.sources.moves).containsExactly("stop reports");
    }

    @Test
    void itEndsByItselfWhenIdleAfterTwelveHoursAndBySigningOut() {
        String cookie = cookie(signIn("{\"user\":\"binh\",\"password\":\"pass:word\"}"));
        face.clock.moveOn(Duration.ofMinutes(29));
        assertThat(face.get("", "/api/v1/types", "Cookie", cookie).statusCode()).isEqualTo(200);
        face.clock.moveOn(Duration.ofMinutes(31));
        assertThat(face.get("", "/api/v1/types", "Cookie", cookie).statusCode()).isEqualTo(401);

        String busy = cookie(signIn("{\"user\":\"binh\",\"password\":\"pass:word\"}"));
        for (int step = 0; step < 12 * 60 / 20 - 1; step++) {
            face.clock.moveOn(Duration.ofMinutes(20));
            assertThat(face.get("", "/api/v1/types", "Cookie", busy).statusCode())
                    .isEqualTo(200);
        }
        face.clock.moveOn(Duration.ofMinutes(20));
        assertThat(face.get("", "/api/v1/types", "Cookie", busy).statusCode()).isEqualTo(401);

        HttpResponse<String> last = signIn("{\"user\":\"binh\",\"password\":\"pass:word\"}");
        HttpResponse<String> out = face.send(face.request(
                        "",
                        "/api/v1/session",
                        "Cookie",
                        cookie(last),
                        "X-CSRF-Token",
                        json(last).path("csrf").asText())
                .DELETE());
        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(setCookie(out)).contains("Max-Age=0");
        assertThat(face.get("", "/api/v1/types", "Cookie", cookie(last)).statusCode())
                .isEqualTo(401);
    }

    @Test
    void onlyAnAdministratorSeesPersonalDataInFullAndHasToAskForIt() {
        HttpResponse<String> admin = signIn("{\"user\":\"an\",\"password\":\"pass:word\"}");
        assertThat(json(admin).path("personal").asText()).isEqualTo("masked");
        HttpResponse<String> asked = see(admin, "full");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(json(face.get("", "/api/v1/session", "Cookie", cookie(admin)))
                        .path("personal")
                        .asText())
                .isEqualTo("full");
        HttpResponse<String> operator = signIn("{\"user\":\"chi\",\"password\":\"pass:word\"}");
        assertThat(see(operator, "full").statusCode()).isEqualTo(403);
        assertThat(see(operator, "none").statusCode()).isEqualTo(200);
    }

    @Test
    void whoGuessesHasToWaitLongerAndLonger() {
        for (int failure = 0; failure < 5; failure++) {
            assertThat(signIn("{\"user\":\"binh\",\"password\":\"wrong\"}").statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> refused = signIn("{\"user\":\"binh\",\"password\":\"pass:word\"}");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("2");
        face.clock.moveOn(Duration.ofSeconds(2));
        assertThat(signIn("{\"user\":\"binh\",\"password\":\"wrong\"}").statusCode())
                .isEqualTo(401);
        face.clock.moveOn(Duration.ofSeconds(3));
        assertThat(signIn("{\"user\":\"binh\",\"password\":\"pass:word\"}").statusCode())
                .isEqualTo(429);
        face.clock.moveOn(Duration.ofSeconds(1));
        assertThat(signIn("{\"user\":\"binh\",\"password\":\"pass:word\"}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void whoGuessesByBasicWaitsTooAndAtTheFormAsWell() {
        for (int failure = 0; failure < 5; failure++) {
            assertThat(basic("binh:wrong").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> refused = basic("binh:pass:word");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("2");
        assertThat(json(refused).path("type").asText()).endsWith("too-many-attempts");
        assertThat(basic("chi:pass:word").statusCode()).as("the same address").isEqualTo(429);
        assertThat(signIn("{\"user\":\"binh\",\"password\":\"pass:word\"}").statusCode())
                .isEqualTo(429);
        assertThat(face.get(Face.READER, "/api/v1/types").statusCode())
                .as("keys are not guessed")
                .isEqualTo(200);
        face.clock.moveOn(Duration.ofSeconds(2));
        assertThat(basic("binh:pass:word").statusCode()).isEqualTo(200);
    }

    @Test
    void theRightPasswordByBasicIsNotCounted() {
        for (int request = 0; request < 20; request++) {
            assertThat(basic("binh:pass:word").statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> basic(String pair) {
        return face.get(
                "",
                "/api/v1/types",
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void signingInAndBeingRefusedIsWrittenDown() {
        signIn("{\"user\":\"em\",\"password\":\"pass:word\"}");
        signIn("{\"user\":\"binh\",\"password\":\"pass:word\"}");
        List<AuditEntry> entries = face.audit.list(AuditFilter.all(), Long.MAX_VALUE, 10);
        assertThat(entries)
                .extracting(entry -> entry.event().actor() + " " + entry.event().action())
                .containsExactly("user:binh sign-in", "unknown sign-in-refused");
        assertThat(entries.toString()).doesNotContain("pass:word");
    }

    private HttpResponse<String> see(HttpResponse<String> signedIn, String level) {
        return face.send(face.request(
                        "",
                        "/api/v1/session",
                        "Cookie",
                        cookie(signedIn),
                        "X-CSRF-Token",
                        json(signedIn).path("csrf").asText(),
                        "Content-Type",
                        "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"personal\":\"" + level + "\"}")));
    }

    private HttpResponse<String> post(String path, String cookie, String token) {
        return face.send(face.request("", path, "Cookie", cookie, "X-CSRF-Token", token)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpResponse<String> signIn(String body) {
        return face.send(face.request("", "/api/v1/session", "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String setCookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow();
    }

    private static String cookie(HttpResponse<String> answer) {
        return setCookie(answer).replaceFirst(";.*", "");
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.tree(response.body().getBytes(StandardCharsets.UTF_8));
    }
}
