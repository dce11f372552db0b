package org.iochub.feed.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.feed.internal.testing.Face.ADMIN;
import static org.iochub.feed.internal.testing.Face.AREAS;
import static org.iochub.feed.internal.testing.Face.READER;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iochub.core.access.Grants;
import org.iochub.core.access.PersonalLevel;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.testing.Face;
import org.iochub.feed.internal.testing.Sample;
import org.iochub.model.area.AreaRef;
import org.iochub.model.record.Area;
import org.iochub.model.record.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessHttpTest {
    private final Face face = new Face();

    @AfterEach
    void stop() {
        face.close();
    }

    @Test
    void withoutAKeyOnlyHealthAndSchemasAnswer() {
        for (String open : List.of("/health/live", "/health/ready", "/api/v1/types/dossier/v1/schema")) {
            assertThat(face.get("", open).statusCode()).as(open).isEqualTo(200);
        }
        for (String closed : List.of(
                "/api/v1/types",
                "/api/v1/feeds/all",
                "/api/v1/feeds/nothing",
                "/api/v1/records/dossier",
                "/api/v1/sources",
                "/api/v1/tenants",
                "/api/v1/quarantine",
                "/api/v1/areas",
                "/api/v1/keys",
                "/api/v1/deployments",
                "/api/v1/openapi.json",
                "/metrics")) {
            HttpResponse<String> answer = face.get("", closed);
            assertThat(answer.statusCode()).as(closed).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer");
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
    }

    @Test
    void theConsolesPageAnswersEverybodyWithItsPolicy() {
        HttpResponse<String> page = face.get("", "/?lang=en");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy")).contains("default-src 'self'");
        String tag = page.headers().firstValue("ETag").orElseThrow();
        assertThat(face.get("", "/", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void aWrongExpiredOrRevokedKeyIs401() {
        assertThat(face.get("wrong", "/api/v1/types").statusCode()).isEqualTo(401);
        String expired = face.keys
                .create("old", Face.grants(PersonalLevel.NONE), Optional.of(Instant.EPOCH))
                .value();
        assertThat(face.get(expired, "/api/v1/types").statusCode()).isEqualTo(401);
        String value = face.key(Face.grants(PersonalLevel.NONE));
        assertThat(face.get(value, "/api/v1/types").statusCode()).isEqualTo(200);
        assertThat(face.send(face.request(ADMIN, "/api/v1/keys/id-" + value).DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertThat(face.get(value, "/api/v1/types").statusCode()).isEqualTo(401);
    }

    @Test
    void administrationTakesTheAdminGrantOrBasic() {
        assertThat(face.get(READER, "/api/v1/keys").statusCode()).isEqualTo(403);
        assertThat(face.get(ADMIN, "/api/v1/keys").statusCode()).isEqualTo(200);
        assertThat(basic("an:pass:word")).isEqualTo(200);
        assertThat(basic("an:wrong")).isEqualTo(401);
        assertThat(basic("binh:whatever")).isEqualTo(401);
    }

    private int basic(String pair) {
        String proof = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return face.get("", "/api/v1/keys", "Authorization", "Basic " + proof).statusCode();
    }

    @Test
    void aKeyIsMadeAndShownOnce() {
        HttpResponse<String> made = post(
                "/api/v1/keys",
                "{\"name\":\"IOC Vĩnh Long\",\"types\":[\"facility\"],\"personal\":\"masked\",\"expiresAt\":\"2099-01-01T00:00:00+07:00\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String value = json(made).path("value").asText();
        assertThat(face.get(value, "/api/v1/feeds/facility").statusCode()).isEqualTo(200);
        assertThat(face.get(value, "/api/v1/feeds/dossier").statusCode()).isEqualTo(403);
        assertThat(face.get(ADMIN, "/api/v1/keys").body()).doesNotContain("\"value\"");
        for (String bad : List.of(
                "",
                "[]",
                "{",
                "{\"name\":\"\"}",
                "{\"name\":\"x\",\"personal\":\"all\"}",
                "{\"name\":\"x\",\"requestsPerMinute\":0}",
                "{\"name\":\"x\",\"requestsPerMinute\":\"5\"}",
                "{\"name\":\"x\",\"tpyes\":[]}",
                "{\"name\":\"x\",\"types\":\"facility\"}",
                "{\"name\":\"x\",\"admin\":\"yes\"}")) {
            HttpResponse<String> refused = post("/api/v1/keys", bad);
            assertThat(refused.statusCode()).as(bad).isEqualTo(400);
            assertThat(json(refused).path("parameter").asText()).isNotEmpty();
        }
    }

    @Test
    void aKeyMakesSoManyRequestsAMinute() {
        HttpResponse<String> created = post("/api/v1/keys", "{\"name\":\"board\",\"requestsPerMinute\":12}");
        assertThat(json(created).path("requestsPerMinute").asInt()).isEqualTo(12);
        String limited = json(created).path("value").asText();
        // Ten seconds' worth at once.
        assertThat(face.get(limited, "/api/v1/types").statusCode()).isEqualTo(200);
        assertThat(face.get(limited, "/api/v1/types").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = face.get(limited, "/api/v1/types");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 5L);
        assertThat(json(refused).path("detail").asText()).contains("12");
        assertThat(face.get(READER, "/api/v1/types").statusCode()).isEqualTo(200);
    }

    @Test
    void aRotatedKeyEndsAfterTheOverlap() {
        JsonNode old = json(post("/api/v1/keys", "{\"name\":\"board\",\"types\":[\"facility\"]}"));
        String path = "/api/v1/keys/" + old.path("id").asText() + "/rotate";
        HttpResponse<String> rotated = post(path + "?overlap=2", "");
        assertThat(rotated.statusCode()).isEqualTo(201);
        JsonNode successor = json(rotated);
        assertThat(successor.path("types")).isEqualTo(old.path("types"));
        assertThat(successor.path("replaces").asText()).isEqualTo(old.path("id").asText());
        String before = old.path("value").asText();
        String after = successor.path("value").asText();
        assertThat(face.get(before, "/api/v1/feeds/facility").statusCode()).isEqualTo(200);
        assertThat(face.get(after, "/api/v1/feeds/facility").statusCode()).isEqualTo(200);
        face.clock.moveOn(Duration.ofHours(3));
        assertThat(face.get(before, "/api/v1/feeds/facility").statusCode()).isEqualTo(401);
        assertThat(face.get(after, "/api/v1/feeds/facility").statusCode()).isEqualTo(200);
        assertThat(post("/api/v1/keys/none/rotate", "").statusCode()).isEqualTo(404);
        assertThat(post(path + "?overlap=-1", "").statusCode()).isEqualTo(400);
    }

    @Test
    void grantsOfTypeAndTenantHoldInFeedsRecordsAndHistory() {
        face.log.append(Sample.facility("a", 105));
        face.log.append(Sample.facility("b", 105).of("angiang"));
        face.log.append(Sample.report("r"));
        Grants narrow = new Grants(
                true,
                Optional.of(Set.of("facility")),
                Optional.of(Set.of("vinhlong")),
                Optional.empty(),
                PersonalLevel.NONE,
                Set.of(),
                false);
        String key = face.key(narrow);
        assertThat(json(face.get(key, "/api/v1/feeds/all"))).hasSize(1);
        assertThat(json(face.get(key, "/api/v1/records/facility"))).hasSize(1);
        assertThat(face.get(key, "/api/v1/feeds/citizen-report").statusCode()).isEqualTo(403);
        assertThat(face.get(key, "/api/v1/feeds/facility?tenant=angiang").statusCode())
                .isEqualTo(403);
        String mine = Sample.facility("a", 0).id().value();
        String foreign = Sample.facility("b", 0).id().value();
        for (String view : List.of("", "/history", "/lineage")) {
            assertThat(face.get(key, "/api/v1/records/facility/" + mine + view).statusCode())
                    .isEqualTo(200);
            HttpResponse<String> hidden = face.get(key, "/api/v1/records/facility/" + foreign + view);
            HttpResponse<String> missing = face.get(key, "/api/v1/records/facility/nobody" + view);
            assertThat(hidden.statusCode()).isEqualTo(404);
            assertThat(hidden.body()).isEqualTo(missing.body());
        }
    }

    @Test
    void grantsOfAreaHoldAndLeavingIsADelete() {
        Area commune = AREAS.all().stream()
                .filter(area -> area.level() == Level.COMMUNE && area.validTo().isEmpty())
                .findFirst()
                .orElseThrow();
        String province = commune.parentCode().orElseThrow();
        Area elsewhere = AREAS.all().stream()
                .filter(area -> area.level() == Level.COMMUNE && area.validTo().isEmpty())
                .filter(area -> !area.parentCode().equals(commune.parentCode()))
                .findFirst()
                .orElseThrow();
        AreaRef here = new AreaRef(commune.code(), commune.validFrom());
        AreaRef there = new AreaRef(elsewhere.code(), elsewhere.validFrom());
        face.log.append(Sample.facility("moves", 105).in(here));
        face.log.append(Sample.facility("there", 105).in(there));
        face.log.append(Sample.facility("nowhere", 105));
        face.log.append(Sample.facility("moves", 106).in(there).movedFrom(here));
        face.log.append(Sample.facility("moves", 107).in(there));
        face.log.append(Sample.facility("arrives", 107).in(here).movedFrom(there));

        String restricted = face.key(new Grants(
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Set.of(province)),
                PersonalLevel.FULL,
                Set.of(),
                false));
        for (String[] reader : new String[][] {
            {restricted, "/api/v1/feeds/facility"},
            {READER, "/api/v1/feeds/facility?area=" + province},
            {READER, "/api/v1/feeds/all?area=" + here.code() + "@" + Params.today()},
        }) {
            JsonNode events = json(face.get(reader[0], reader[1]));
            assertThat(events).as(reader[1]).hasSize(3);
            assertThat(events.get(0).path("op").asText()).isEqualTo("upsert");
            JsonNode left = events.get(1);
            assertThat(left.path("op").asText()).isEqualTo("delete");
            assertThat(left.path("opreason").asText()).isEqualTo("scope");
            assertThat(left.path("area").asText()).isEqualTo(here.code());
            assertThat(left.has("data")).isFalse();
            assertThat(left.has("dataschema")).isFalse();
            assertThat(left.path("id").asText()).isNotEqualTo("v-4");
            assertThat(left.toString()).doesNotContain(there.code() + "\"");
            assertThat(events.get(2).path("op").asText()).isEqualTo("upsert");
        }
        assertThat(json(face.get(restricted, "/api/v1/records/facility"))).hasSize(1);
        String gone = Sample.facility("moves", 0).id().value();
        assertThat(face.get(restricted, "/api/v1/records/facility/" + gone).statusCode())
                .isEqualTo(404);
        String nowhere = Sample.facility("nowhere", 0).id().value();
        assertThat(face.get(restricted, "/api/v1/records/facility/" + nowhere).statusCode())
                .isEqualTo(404);
        assertThat(json(face.get(restricted, "/api/v1/feeds/facility?area=" + there.code())))
                .isEmpty();
        assertThat(face.get(READER, "/api/v1/feeds/facility?area=999999x").statusCode())
                .isEqualTo(400);
        assertThat(face.get(READER, "/api/v1/feeds/facility?area=" + here.code() + "@1999-01-01")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void personalDataIsMaskedInEveryRepresentation() {
        face.log.append(Sample.report("r"));
        String none = face.key(Face.grants(PersonalLevel.NONE));
        String masked = face.key(Face.grants(PersonalLevel.MASKED));
        String id = Sample.report("r").id().value();
        for (String view : List.of(
                "/api/v1/feeds/citizen-report?format=json",
                "/api/v1/feeds/citizen-report?format=ndjson",
                "/api/v1/feeds/citizen-report?format=csv",
                "/api/v1/feeds/citizen-report?format=geojson",
                "/api/v1/feeds/all?format=csv",
                "/api/v1/records/citizen-report",
                "/api/v1/records/citizen-report/" + id,
                "/api/v1/records/citizen-report/" + id + "/history",
                "/api/v1/records/citizen-report/" + id + "/lineage")) {
            String full = face.get(READER, view).body();
            String nothing = face.get(none, view).body();
            String some = face.get(masked, view).body();
            assertThat(full).as(view).contains("0912345678");
            assertThat(nothing).as(view).doesNotContain("0912345678", "Nhà tôi", "105.97221", "Nguyễn Huệ", "a.jpg");
            assertThat(some).as(view).doesNotContain("0912345678", "105.97221", "12 Nguyễn Huệ");
        }
    }

    @Test
    void quarantineShowsWhatTheKeyMaySee() {
        face.quarantine.add("reports", "vinhlong", Optional.of("citizen-report"), true);
        face.quarantine.add("dossiers", "angiang", Optional.of("dossier"), false);
        face.quarantine.add("dossiers", "angiang", Optional.empty(), true);
        String none = face.key(Face.grants(PersonalLevel.NONE));
        String masked = face.key(Face.grants(PersonalLevel.MASKED));

        assertThat(face.get(none, "/api/v1/quarantine/1").body()).doesNotContain("0912345678", "excerpt", "Gọi");
        assertThat(face.get(masked, "/api/v1/quarantine/1").body())
                .doesNotContain("0912345678")
                .contains("excerpt");
        assertThat(face.get(READER, "/api/v1/quarantine/1").body()).contains("0912345678");
        assertThat(face.get(masked, "/api/v1/quarantine/1?raw=true").statusCode())
                .isEqualTo(403);
        assertThat(face.get(ADMIN, "/api/v1/quarantine/1/raw").statusCode()).isEqualTo(403);
        assertThat(face.get(READER, "/api/v1/quarantine/1?raw=true").body()).contains("gốc");
        assertThat(face.get(READER, "/api/v1/quarantine/1/raw").body()).contains("gốc");
        assertThat(face.get(READER, "/api/v1/quarantine/2/raw").statusCode()).isEqualTo(404);

        HttpResponse<String> page = face.get(ADMIN, "/api/v1/quarantine?limit=2");
        assertThat(json(page).path("entries")).hasSize(2);
        assertThat(json(face.get(ADMIN, Face.link(page, "next").orElseThrow())).path("entries"))
                .hasSize(1);
        assertThat(json(face.get(ADMIN, "/api/v1/quarantine?source=reports")).path("entries"))
                .hasSize(1);

        String ofOneType = face.key(new Grants(
                true,
                Optional.of(Set.of("dossier")),
                Optional.empty(),
                Optional.empty(),
                PersonalLevel.NONE,
                Set.of(),
                false));
        assertThat(json(face.get(ofOneType, "/api/v1/quarantine")).path("entries"))
                .hasSize(1);
        assertThat(face.get(ofOneType, "/api/v1/quarantine/1").statusCode()).isEqualTo(404);
        String ofOneArea = face.key(new Grants(
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Set.of("86")),
                PersonalLevel.FULL,
                Set.of(),
                false));
        assertThat(json(face.get(ofOneArea, "/api/v1/quarantine")).path("entries"))
                .isEmpty();
    }

    @Test
    void sourcesTenantsAndMetricsFollowTheGrants() {
        String vinhlong = face.key(new Grants(
                true,
                Optional.empty(),
                Optional.of(Set.of("vinhlong")),
                Optional.empty(),
                PersonalLevel.NONE,
                Set.of(),
                false));
        assertThat(json(face.get(ADMIN, "/api/v1/sources")).path("sources")).hasSize(2);
        assertThat(json(face.get(vinhlong, "/api/v1/sources")).path("sources")).hasSize(1);
        assertThat(face.get(vinhlong, "/api/v1/sources/dossiers").statusCode()).isEqualTo(404);
        assertThat(json(face.get(vinhlong, "/api/v1/tenants")).path("tenants")).hasSize(1);
        assertThat(face.get(vinhlong, "/api/v1/tenants").body()).doesNotContain("Nguyễn Văn An");
        face.quarantine.add("reports", "vinhlong", Optional.of("citizen-report"), true);
        face.get(ADMIN, "/metrics");
        face.quarantine.add("reports", "vinhlong", Optional.empty(), true);
        face.quarantine.add("dossiers", "angiang", Optional.empty(), true);
        String metrics = face.get(vinhlong, "/metrics").body();
        assertThat(metrics)
                .contains("hub_records_accepted_total{source=\"reports\"} 10\n")
                .contains(
                        "hub_records_quarantined_total{source=\"reports\",stage=\"validate\",reason=\"too-long\"} 2\n")
                .contains("hub_source_up{source=\"reports\"} 1\n")
                .contains("hub_source_lag_seconds{source=\"reports\"} 1.5\n")
                .contains("hub_ingest_batch_seconds_bucket{source=\"reports\",le=\"0.01\"} 1\n")
                .contains("hub_ingest_batch_seconds_bucket{source=\"reports\",le=\"0.005\"} 0\n")
                .contains("hub_ingest_batch_seconds_count{source=\"reports\"} 1\n")
                .contains("hub_feed_sequence{type=\"all\"} 0\n")
                .doesNotContain("dossiers");
    }

    private HttpResponse<String> post(String path, String body) {
        return face.send(face.request(ADMIN, path, "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.tree(response.body().getBytes(StandardCharsets.UTF_8));
    }
}
