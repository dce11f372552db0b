package org.iochub.feed.internal.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.testing.Face;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each role of the realm may: an the administrator, binh views, chi operates, dung owns citizen reports of Vĩnh Long. */
class RolesHttpTest {
    private final Face face = new Face();
    private long ofReports;
    private long ofDossiers;

    @BeforeEach
    void fill() {
        face.quarantine.add("reports", "vinhlong", Optional.of("citizen-report"), true);
        face.quarantine.add("dossiers", "angiang", Optional.of("dossier"), true);
        ofReports = 1;
        ofDossiers = 2;
    }

    @AfterEach
    void stop() {
        face.close();
    }

    @ParameterizedTest
    @CsvSource({
        "an,   200, 202, 202, 200, 200",
        "chi,  200, 202, 202, 200, 403",
        "dung, 200, 202, 404, 403, 403",
        "binh, 200, 403, 403, 403, 403",
        "em,   401, 401, 401, 401, 401"
    })
    void everyRoleMayWhatItIsFor(
            String user, int status, int ownStop, int otherStop, int deployments, int administration) {
        assertThat(call(user, "GET", "/api/v1/overview", "").statusCode()).isEqualTo(status);
        assertThat(call(user, "POST", "/api/v1/sources/reports/stop", "").statusCode())
                .isEqualTo(ownStop);
        assertThat(call(user, "POST", "/api/v1/sources/dossiers/restart", "").statusCode())
                .isEqualTo(otherStop);
        assertThat(call(user, "GET", "/api/v1/deployments", "").statusCode()).isEqualTo(deployments);
        assertThat(call(user, "GET", "/api/v1/keys", "").statusCode()).isEqualTo(administration);
        // Nobody's sixth attempt is not even looked at.
        assertThat(call(user, "GET", "/api/v1/audit", "").statusCode())
                .isEqualTo(administration == 401 ? 429 : administration);
    }

    @Test
    void anOwnerSettlesAndReplaysWhatIsTheirsOnly() {
        String discard = "/discard?reason=no&confirm=true";
        assertThat(call("dung", "POST", "/api/v1/quarantine/" + ofDossiers + discard, "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(call("dung", "GET", "/api/v1/quarantine/" + ofReports + "/mends", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(call("dung", "POST", "/api/v1/replays", "{\"all\":true}").statusCode())
                .isEqualTo(403);
        assertThat(call("dung", "POST", "/api/v1/replays", "{\"source\":[\"reports\",\"dossiers\"]}")
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> own = call("dung", "POST", "/api/v1/replays", "{\"source\":[\"reports\"]}");
        assertThat(own.statusCode()).as(own.body()).isEqualTo(202);
        String path = "/api/v1/replays/" + json(own).path("id").asText();
        assertThat(call("dung", "GET", path, "").statusCode()).isEqualTo(200);
        HttpResponse<String> operators = call("chi", "POST", "/api/v1/replays", "{\"source\":[\"reports\"]}");
        String other = "/api/v1/replays/" + json(operators).path("id").asText();
        assertThat(call("dung", "GET", other, "").statusCode()).isEqualTo(404);
        assertThat(call("dung", "POST", other + "/cancel", "").statusCode()).isEqualTo(404);
        assertThat(call("chi", "GET", path, "").statusCode()).isEqualTo(200);
    }

    @Test
    void anOwnerSeesItsAuthorityAndNoOther() {
        JsonNode overview = json(call("dung", "GET", "/api/v1/overview", ""));
        assertThat(overview.path("sources")).hasSize(1);
        assertThat(overview.at("/sources/0/id").asText()).isEqualTo("reports");
        assertThat(overview.at("/sources/0/steers").asBoolean()).isTrue();
        assertThat(overview.at("/sources/0/open").asLong()).isEqualTo(1);
        assertThat(overview.at("/sources/0/rates/accepted")).hasSize(3);
        assertThat(overview.path("tenants")).hasSize(1);
        JsonNode viewed = json(call("binh", "GET", "/api/v1/overview", ""));
        assertThat(viewed.path("sources")).hasSize(2);
        assertThat(viewed.at("/sources/0/steers").asBoolean()).isFalse();
    }

    @Test
    void aConfigurationIsChangedByWhoMayAndKeepsItsSecret() {
        String path = "/api/v1/sources/reports/configuration";
        JsonNode shown = json(call("dung", "GET", path, ""));
        assertThat(shown.at("/values/password").asText()).isEqualTo("••••••");
        String same = "\"adapter\":\"adapter-reports\",\"tenant\":\"vinhlong\",\"password\":\"••••••\"";
        HttpResponse<String> wrong = call("dung", "PUT", path, "{\"values\":{" + same + ",\"url\":\"nowhere\"}}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(json(wrong).at("/errors/0/key").asText()).isEqualTo("url");
        String good = "{\"values\":{" + same + ",\"url\":\"https://new.example.vn\"}}";
        assertThat(call("dung", "PUT", path + "?dryRun=true", good).statusCode())
                .isEqualTo(200);
        assertThat(face.configurations.written).isEmpty();
        assertThat(call("dung", "PUT", path, good).statusCode()).isEqualTo(200);
        assertThat(face.configurations.written.get("reports")).containsEntry("url", "https://new.example.vn");

        String secret = good.replace("••••••", "env:HUB_ADMIN_KEY");
        assertThat(call("dung", "PUT", path, secret).statusCode()).isEqualTo(403);
        assertThat(call("chi", "PUT", path, secret).statusCode()).isEqualTo(403);
        assertThat(call("an", "PUT", path, secret).statusCode()).isEqualTo(200);
        String moved = good.replace("vinhlong", "angiang");
        assertThat(call("dung", "PUT", path, moved).statusCode()).isEqualTo(403);
        assertThat(call("chi", "PUT", path, moved).statusCode()).isEqualTo(200);
        assertThat(call("binh", "GET", path, "").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> call(String user, String method, String path, String body) {
        String proof = Base64.getEncoder().encodeToString((user + ":pass:word").getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers = Map.of("Authorization", "Basic " + proof, "Content-Type", "application/json");
        HttpRequest.Builder request = face.request("", path);
        headers.forEach(request::header);
        return face.send(request.method(
                method,
                method.equals("GET")
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.tree(response.body().getBytes(StandardCharsets.UTF_8));
    }
}
