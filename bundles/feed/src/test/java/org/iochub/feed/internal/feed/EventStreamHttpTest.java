package org.iochub.feed.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.feed.internal.testing.Face.READER;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.testing.Face;
import org.iochub.feed.internal.testing.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventStreamHttpTest {
    private final Face face = new Face();

    @AfterEach
    void stop() {
        face.close();
    }

    @Test
    void sendsWhatThereIsAndWhatComesAndResumesBehindTheLastEvent() throws Exception {
        IntStream.range(0, 250).forEach(i -> face.log.append(Sample.facility("f" + i, 105)));
        List<String> ids = new ArrayList<>();
        HttpResponse<Stream<String>> response =
                face.lines(READER, "/api/v1/feeds/facility", "Accept", "text/event-stream");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        try (Stream<String> lines = response.body()) {
            Iterator<String> each = lines.iterator();
            List<JsonNode> old = read(each, 250, ids);
            assertThat(old.get(249).at("/data/facilityCode").asText()).isEqualTo("f249");
            face.log.append(Sample.report("other"));
            face.log.append(Sample.facility("live", 105));
            assertThat(read(each, 1, ids).get(0).at("/data/facilityCode").asText())
                    .isEqualTo("live");
        }
        assertThat(ids).hasSize(251).doesNotHaveDuplicates();

        HttpResponse<Stream<String>> resumed =
                face.lines(READER, "/api/v1/feeds/facility?format=sse", "Last-Event-ID", ids.get(249));
        try (Stream<String> lines = resumed.body()) {
            assertThat(read(lines.iterator(), 1, ids)
                            .get(0)
                            .at("/data/facilityCode")
                            .asText())
                    .isEqualTo("live");
        }
        assertThat(face.get(READER, "/api/v1/feeds/facility?after=" + ids.get(249))
                        .body())
                .contains("\"live\"");
    }

    @Test
    void aStreamOfASessionEndsByItsEndAndSendsNothingMore() throws Exception {
        endsWhen(
                "signing-out",
                signedIn -> assertThat(face.send(face.request(
                                                "",
                                                "/api/v1/session",
                                                "Cookie",
                                                cookie(signedIn),
                                                "X-CSRF-Token",
                                                Json.tree(signedIn.body().getBytes(StandardCharsets.UTF_8))
                                                        .path("csrf")
                                                        .asText())
                                        .DELETE())
                                .statusCode())
                        .isEqualTo(204));
        endsWhen("idle", signedIn -> face.clock.moveOn(Duration.ofMinutes(31)));
        endsWhen("twelve-hours", signedIn -> {
            for (int busy = 0; busy < 36; busy++) {
                face.clock.moveOn(Duration.ofMinutes(20));
                face.get("", "/api/v1/types", "Cookie", cookie(signedIn));
            }
        });
    }

    private void endsWhen(String why, Consumer<HttpResponse<String>> end) throws Exception {
        HttpResponse<String> signedIn =
                face.send(face.request("", "/api/v1/session", "Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"user\":\"binh\",\"password\":\"pass:word\"}")));
        assertThat(signedIn.statusCode()).isEqualTo(201);
        face.log.append(Sample.facility("before-" + why, 105));
        HttpResponse<Stream<String>> stream =
                face.lines("", "/api/v1/feeds/facility?format=sse", "Cookie", cookie(signedIn));
        try (Stream<String> lines = stream.body()) {
            Iterator<String> each = lines.iterator();
            while (!each.next().contains("before-" + why)) {
                assertThat(each.hasNext()).isTrue();
            }
            end.accept(signedIn);
            face.log.append(Sample.facility("after-" + why, 105));
            StringBuilder rest = new StringBuilder();
            each.forEachRemaining(rest::append);
            assertThat(rest.toString()).as(why).doesNotContain("after-" + why);
        }
    }

    private static String cookie(HttpResponse<String> signedIn) {
        return signedIn.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    @Test
    void aBrowserComesWithATicketForAMinute() throws Exception {
        face.log.append(Sample.facility("f", 105));
        HttpResponse<String> given =
                face.send(face.request(READER, "/api/v1/tickets").POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(given.statusCode()).isEqualTo(201);
        String ticket = Json.tree(given.body().getBytes(StandardCharsets.UTF_8))
                .path("ticket")
                .asText();
        String address = "/api/v1/feeds/facility?format=sse&ticket=";

        HttpResponse<Stream<String>> stream = face.lines("", address + ticket);
        try (Stream<String> lines = stream.body()) {
            assertThat(read(lines.iterator(), 1, new ArrayList<>())).hasSize(1);
        }
        assertThat(face.get("", address + ticket + "x").statusCode()).isEqualTo(401);
        assertThat(face.get("", address + ticket.replaceFirst("\\.\\d+", ".9999999999999"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(face.get("", "/api/v1/feeds/facility?ticket=" + ticket).statusCode())
                .isEqualTo(401);
        face.clock.moveOn(Duration.ofSeconds(61));
        assertThat(face.get("", address + ticket).body()).contains("/api/v1/tickets");
    }

    @Test
    void refusesLikeAnyOtherReading() {
        assertThat(face.get("", "/api/v1/feeds/all?format=sse").statusCode()).isEqualTo(401);
        assertThat(face.get(READER, "/api/v1/feeds/nothing?format=sse").statusCode())
                .isEqualTo(404);
        assertThat(face.get(READER, "/api/v1/feeds/all?format=sse&limit=3").statusCode())
                .isEqualTo(400);
        HttpResponse<String> forged = face.get(READER, "/api/v1/feeds/all?format=sse", "Last-Event-ID", "forged");
        assertThat(forged.statusCode()).isEqualTo(400);
        assertThat(forged.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    private static List<JsonNode> read(Iterator<String> lines, int events, List<String> ids) {
        List<JsonNode> found = new ArrayList<>();
        String id = "";
        while (found.size() < events) {
            String line = lines.next();
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("data:")) {
                found.add(Json.tree(line.substring(5).strip().getBytes(StandardCharsets.UTF_8)));
                ids.add(id);
            }
        }
        return found;
    }
}
