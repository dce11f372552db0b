package org.iochub.feed.internal.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import org.iochub.core.access.Grants;
import org.iochub.core.access.PersonalLevel;
import org.iochub.core.quarantine.QuarantineState;
import org.iochub.core.replay.ReplayRequest;
import org.iochub.feed.internal.testing.Face;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayHttpTest {
    private final Face face = new Face();

    @AfterEach
    void close() {
        face.close();
    }

    private HttpResponse<String> post(String key, String address, String body) {
        return face.send(face.request(key, address, "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body());
    }

    @Test
    void aReplayIsStartedWatchedPausedResumedAndCancelled() throws Exception {
        HttpResponse<String> started = post(
                Face.ADMIN,
                "/api/v1/replays",
                "{\"source\":[\"a\",\"b\"],\"reason\":\"bad\",\"since\":\"2026-03-01T00:00:00+07:00\",\"rate\":7,"
                        + "\"note\":\"bảng mã đã sửa\"}");
        assertThat(started.statusCode()).isEqualTo(202);
        assertThat(json(started).path("outcomes").path("pending").asInt()).isEqualTo(1);
        ReplayRequest request = face.replays.requests.get(0);
        assertThat(request.filter().sources()).contains(Set.of("a", "b"));
        assertThat(request.filter().reason()).contains("bad");
        assertThat(request.filter().since()).isPresent();
        assertThat(request.filter().state()).contains(QuarantineState.OPEN);
        assertThat(request.rate()).isEqualTo(7);
        assertThat(request.by()).contains("admin");

        assertThat(json(face.get(Face.ADMIN, "/api/v1/replays")).path("replays"))
                .hasSize(1);
        assertThat(json(post(Face.ADMIN, "/api/v1/replays/1/pause", ""))
                        .path("state")
                        .asText())
                .isEqualTo("paused");
        assertThat(json(post(Face.ADMIN, "/api/v1/replays/1/resume", ""))
                        .path("state")
                        .asText())
                .isEqualTo("running");
        assertThat(json(post(Face.ADMIN, "/api/v1/replays/1/cancel", ""))
                        .path("state")
                        .asText())
                .isEqualTo("cancelled");
        assertThat(post(Face.ADMIN, "/api/v1/replays/1/resume", "").statusCode())
                .isEqualTo(409);
        assertThat(json(face.get(Face.ADMIN, "/api/v1/replays/1")).path("state").asText())
                .isEqualTo("cancelled");
        assertThat(face.get(Face.ADMIN, "/api/v1/replays/2").statusCode()).isEqualTo(404);
        assertThat(face.get(Face.ADMIN, "/api/v1/replays/x").statusCode()).isEqualTo(404);
        assertThat(face.audit.list(org.iochub.core.audit.AuditFilter.all(), Long.MAX_VALUE, 50))
                .extracting(entry -> entry.event().action())
                .contains("replay", "replayPause", "replayCancel");
    }

    @Test
    void whatCameOfEachEntryIsToldAndMasked() throws Exception {
        post(Face.ADMIN, "/api/v1/replays", "{\"all\":true}");
        HttpResponse<String> first = face.get(Face.ADMIN, "/api/v1/replays/1/entries?limit=1");
        assertThat(first.body()).doesNotContain("0912345678").contains("refused", "2.0.0");
        assertThat(json(face.get(Face.ADMIN, Face.link(first, "next").orElseThrow()))
                        .path("entries")
                        .path(0)
                        .path("outcome")
                        .asText())
                .isEqualTo("pending");
        assertThat(json(face.get(Face.ADMIN, "/api/v1/replays/1/entries?outcome=refused"))
                        .path("entries"))
                .hasSize(1);
        assertThat(face.get(Face.ADMIN, "/api/v1/replays/1/entries?outcome=lost")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void onlyAdministratorsReplay() {
        face.quarantine.add("a", "vinhlong", Optional.of("citizen-report"), true);
        for (String path : new String[] {"replays", "replays/1", "replays/1/entries", "quarantine/groups"}) {
            assertThat(face.get(Face.READER, "/api/v1/" + path).statusCode()).isEqualTo(403);
        }
        for (String path : new String[] {"replays", "replays/1/pause", "quarantine/1/mend", "quarantine/1/discard"}) {
            assertThat(post(Face.READER, "/api/v1/" + path, "{\"all\":true}").statusCode())
                    .isEqualTo(403);
        }
        assertThat(face.replays.requests).isEmpty();
    }

    @Test
    void aMistakeInTheBodyIsNamed() {
        for (String body : new String[] {
            "",
            "[]",
            "{",
            "{}",
            "{\"sauce\":\"a\"}",
            "{\"source\":7}",
            "{\"ids\":[\"a\"]}",
            "{\"ids\":[]}",
            "{\"all\":true,\"rate\":0}",
            "{\"since\":\"yesterday\"}"
        }) {
            assertThat(post(Face.ADMIN, "/api/v1/replays", body).statusCode()).isEqualTo(400);
        }
        assertThat(face.replays.requests).isEmpty();
    }

    @Test
    void groupsHaveCountsAndAnExample() throws Exception {
        face.quarantine.add("a", "vinhlong", Optional.of("citizen-report"), true);
        face.quarantine.add("a", "vinhlong", Optional.of("citizen-report"), true);
        face.quarantine.add("b", "vinhlong", Optional.of("citizen-report"), true);
        JsonNode groups =
                json(face.get(Face.ADMIN, "/api/v1/quarantine/groups")).path("groups");
        assertThat(groups).hasSize(2);
        JsonNode a = groups.path(0).path("source").asText().equals("a") ? groups.path(0) : groups.path(1);
        assertThat(a.path("count").asInt()).isEqualTo(2);
        assertThat(a.path("example").path("id").asInt()).isEqualTo(2);
        assertThat(groups.toString()).doesNotContain("0912345678");
    }

    @Test
    void aMendedFormIsKeptWithItsAuthorAndReplayed() throws Exception {
        face.quarantine.add("a", "vinhlong", Optional.of("citizen-report"), true);
        HttpResponse<String> mended = post(Face.ADMIN, "/api/v1/quarantine/1/mend?note=sai+ng%C3%A0y", "{\"a\":1}");
        assertThat(mended.statusCode()).isEqualTo(202);
        assertThat(face.replays.requests.get(0).filter().ids()).contains(Set.of(1L));
        JsonNode mend = json(face.get(Face.ADMIN, "/api/v1/quarantine/1/mends"))
                .path("mends")
                .path(0);
        assertThat(mend.path("by").asText()).contains("admin");
        assertThat(mend.path("note").asText()).isEqualTo("sai ngày");
        assertThat(mend.path("size").asInt()).isEqualTo(7);
        assertThat(post(Face.ADMIN, "/api/v1/quarantine/1/mend", "").statusCode())
                .isEqualTo(400);
        assertThat(post(Face.ADMIN, "/api/v1/quarantine/1/mend", "x".repeat((1 << 20) + 1))
                        .statusCode())
                .isEqualTo(413);
        assertThat(post(Face.ADMIN, "/api/v1/quarantine/9/mend", "x").statusCode())
                .isEqualTo(404);
    }

    @Test
    void discardingTakesAReasonAndAConfirmation() {
        face.quarantine.add("a", "vinhlong", Optional.of("citizen-report"), true);
        assertThat(post(Face.ADMIN, "/api/v1/quarantine/1/discard?confirm=true", "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(Face.ADMIN, "/api/v1/quarantine/1/discard?reason=test", "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(face.replays.discarded).isEmpty();
        assertThat(post(Face.ADMIN, "/api/v1/quarantine/1/discard?reason=test&confirm=true", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(face.replays.discarded)
                .singleElement()
                .asString()
                .startsWith("1 ")
                .endsWith(" test");
    }

    @Test
    void thePlaceOfTheFaultIsMarkedAsFarAsTheKeySees() throws Exception {
        face.quarantine.add("a", "vinhlong", Optional.of("citizen-report"), true);
        JsonNode full = json(face.get(Face.READER, "/api/v1/quarantine/1")).path("marked");
        assertThat(full.path("fault").asText()).isEqualTo("Gọi 0912345678");
        assertThat(full.path("after").asText()).isEqualTo(" ngay, gốc");
        HttpResponse<String> masked = face.get(face.key(Face.grants(PersonalLevel.MASKED)), "/api/v1/quarantine/1");
        assertThat(masked.body()).doesNotContain("0912345678");
        assertThat(json(masked).path("marked").path("after").asText()).isEqualTo(" ngay, gốc");
        JsonNode none = json(face.get(face.key(Grants.administrator()), "/api/v1/quarantine/1"))
                .path("marked");
        assertThat(none.path("offset").asInt()).isZero();
        assertThat(none.has("fault")).isFalse();
    }
}
