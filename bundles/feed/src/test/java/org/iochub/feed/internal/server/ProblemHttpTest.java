package org.iochub.feed.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iochub.feed.internal.testing.Face.ADMIN;
import static org.iochub.feed.internal.testing.Face.READER;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.iochub.core.hub.Readiness;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.testing.Face;
import org.iochub.feed.internal.testing.Sample;
import org.iochub.model.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ProblemHttpTest {
    private final Face face = new Face();

    @AfterEach
    void stop() {
        face.close();
    }

    @Test
    void aBadParameterIsNamed() {
        Map<String, String> bad = Map.ofEntries(
                Map.entry("/api/v1/feeds/all?limit=0", "limit"),
                Map.entry("/api/v1/feeds/all?limit=10001", "limit"),
                Map.entry("/api/v1/feeds/all?limit=-1", "limit"),
                Map.entry("/api/v1/feeds/all?limit=1000000000", "limit"),
                Map.entry("/api/v1/feeds/all?limit=99999999999999999999", "limit"),
                Map.entry("/api/v1/records/facility?limit=1000000000", "limit"),
                Map.entry("/api/v1/feeds/all?area=99999999", "area"),
                Map.entry("/api/v1/feeds/all?area=86@2026-02-30", "area"),
                Map.entry("/api/v1/feeds/all/events?area=99999999", "area"),
                Map.entry("/api/v1/feeds/all/events?after=x", "after"),
                Map.entry("/api/v1/feeds/all?limit=x", "limit"),
                Map.entry("/api/v1/feeds/all?limit=1&limit=2", "limit"),
                Map.entry("/api/v1/feeds/all?wait=61", "wait"),
                Map.entry("/api/v1/feeds/all?wait=-1", "wait"),
                Map.entry("/api/v1/feeds/all?since=yesterday", "since"),
                Map.entry("/api/v1/feeds/all?since=2026-01-01", "since"),
                Map.entry("/api/v1/feeds/all?format=pdf", "format"),
                Map.entry("/api/v1/feeds/all?sources=x", "sources"),
                Map.entry("/api/v1/feeds/all?area=86@soon", "area"),
                Map.entry("/api/v1/feeds/facility?major=7", "major"),
                Map.entry("/api/v1/records/facility?after=x", "after"),
                Map.entry("/api/v1/quarantine?before=x", "before"),
                Map.entry("/api/v1/quarantine/1?raw=maybe", "raw"),
                Map.entry("/api/v1/areas?at=x", "at"),
                Map.entry("/health/live?x=1", "x"));
        bad.forEach((address, parameter) -> {
            HttpResponse<String> answer = face.get(READER, address);
            JsonNode problem = problem(answer, 400);
            assertThat(problem.path("parameter").asText()).as(address).isEqualTo(parameter);
        });
        assertThat(face.get(READER, "/api/v1/feeds/all?afetr=x").body()).contains("after");
        problem(face.get(READER, "/api/v1/feeds/all?afetr"), 400);
        assertThat(face.get(READER, "/api/v1/feeds/all?limit&source&format&").statusCode())
                .isEqualTo(200);
    }

    @Test
    void pathsMethodsAndTypesThatAreNotThere() {
        problem(face.get("", "/?_wadl"), 400);
        problem(face.get("", "/api/v1/types?_wadl"), 401);
        problem(face.get(READER, "/api/v1/nothing"), 404);
        problem(face.get(READER, "/api/v1/types/dossier/v2/schema"), 404);
        problem(face.get(READER, "/api/v1/types/nothing/v1/schema"), 404);
        problem(face.get(READER, "/api/v1/types/dossier/vx/schema"), 404);
        HttpResponse<String> method =
                face.send(face.request(READER, "/api/v1/feeds/all").DELETE());
        problem(method, 405);
        assertThat(method.headers().firstValue("Allow").orElse("")).contains("GET");
        problem(face.get(READER, "/api/v1/sources", "Accept", "text/html"), 406);
        problem(
                face.send(face.request(ADMIN, "/api/v1/keys", "Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("x"))),
                415);
    }

    @Test
    void anInnerFailureIsTracedByReferenceOnly() {
        face.log.beforePage(() -> {
            throw new IllegalStateException("secret inner words");
        });
        HttpResponse<String> answer = face.get(READER, "/api/v1/records/facility");
        JsonNode problem = problem(answer, 500);
        assertThat(problem.path("reference").asText()).matches("[0-9a-f]{12}");
        assertThat(answer.body()).doesNotContain("secret inner words").doesNotContain("Exception");
    }

    @Test
    void oddAddressesAreRefusedWithoutAStackTrace() throws Exception {
        for (String target : new String[] {
            "/api/v1/feeds/all?source=%zz",
            "/api/v1/feeds/all?source=%FF%FE",
            "/api/v1/feeds/all;jsessionid=1",
            "/api/v1/feeds/%2e%2e/keys",
            "/api/v1/feeds//all",
            "/api/v1/feeds/all?" + "x".repeat(20_000),
            "/api/v1/records/facility/%00",
            "/..%2f..%2fetc/passwd",
            "/api/v1/feeds/all%2f..%2f..%2fkeys",
            "/api/v1/feeds/..;/keys",
            "/api/v1/feeds/all/../../keys",
            "/api/v1;x=1/feeds/all",
            "//api//v1//keys",
            "/api/v1/feeds/all%00",
            "/api/v1/feeds/all?area=%00",
            "/api/v1/records/facility/..%5c..%5ckeys",
            "/api/v1/feeds/%c0%ae%c0%ae/keys",
            "/api/v1/feeds/all?source=" + "x".repeat(4_000),
        }) {
            String answer = raw("GET " + target + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + READER
                    + "\r\nConnection: close\r\n\r\n");
            int status = Integer.parseInt(answer.substring(9, 12));
            assertThat(status).as(target + "\n" + answer).isLessThan(500);
            assertThat(answer).as(target).doesNotContain("\tat ").doesNotContain("Exception");
        }
    }

    @RepeatedTest(20)
    void aHeaderOfAMegabyteIsRefusedWithAProblemAndHarmsNobody() throws Exception {
        for (String name : new String[] {"Authorization", "Last-Event-ID", "X-Purpose"}) {
            String answer = raw("GET /api/v1/feeds/all HTTP/1.1\r\nHost: x\r\n" + name + ": " + "x".repeat(1 << 20)
                    + "\r\nConnection: close\r\n\r\n");
            JsonNode problem = refused(answer, 431);
            assertThat(problem.path("type").asText()).endsWith(":header-too-large");
            assertThat(problem.path("detail_en").asText()).contains("Authorization");
            assertThat(face.get(READER, "/api/v1/feeds/all").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatIsNotHttpAndAddressesOfAMegabyteAreRefusedWithAProblem() throws Exception {
        refused(raw("HELO hub\r\n\r\n"), 505);
        refused(raw("GET /api/v1/feeds/all HTTP/1.1\r\nHost: x\r\nbroken header\r\n\r\n"), 400);
        refused(raw("GET /api/v1/feeds/all?source=" + "x".repeat(1 << 20) + " HTTP/1.1\r\nHost: x\r\n\r\n"), 414);
    }

    /** A sender without end is cut off in the end. */
    @Test
    void aHeaderWithoutEndIsCutOff() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", face.url().getPort())) {
            byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.ISO_8859_1);
            socket.getOutputStream().write("GET / HTTP/1.1\r\nX: ".getBytes(StandardCharsets.ISO_8859_1));
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 64; i++) {
                            socket.getOutputStream().write(block);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    private static JsonNode refused(String answer, int status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("Content-Type: application/problem+json");
        JsonNode problem =
                Json.tree(answer.substring(answer.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.UTF_8));
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        return problem;
    }

    @Test
    void aTamperedCursorIsRefusedWhereverItIsChanged() {
        face.log.append(Sample.facility("f", 105));
        String next =
                Face.link(face.get(READER, "/api/v1/feeds/facility"), "next").orElseThrow();
        int begin = next.indexOf("after=") + "after=".length();
        for (int i = begin; i < next.length(); i++) {
            char other = next.charAt(i) == 'x' ? 'y' : 'x';
            String tampered = next.substring(0, i) + other + next.substring(i + 1);
            JsonNode problem = problem(face.get(READER, tampered), 400);
            assertThat(problem.path("parameter").asText()).as(tampered).isEqualTo("after");
        }
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", face.url().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void refusedRequestsGiveTheirPlaceBack() {
        for (int i = 0; i < 80; i++) {
            problem(face.get(READER, "/api/v1/feeds/all?limit=0"), 400);
            problem(face.get(READER, "/api/v1/feeds/all?nothing=0"), 400);
        }
        assertThat(face.get(READER, "/api/v1/feeds/all").statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyHasSoManyRequestsAtOnce() {
        List<CompletableFuture<HttpResponse<String>>> waiting = IntStream.range(0, 33)
                .mapToObj(i -> face.getLater(READER, "/api/v1/feeds/all?wait=60"))
                .toList();
        CompletableFuture<HttpResponse<String>> first = new CompletableFuture<>();
        waiting.forEach(answer -> answer.thenAccept(first::complete));
        HttpResponse<String> refused = first.join();
        problem(refused, 429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        face.log.append(Sample.report("r"));
        waiting.forEach(answer -> assertThat(answer.join().statusCode()).isIn(200, 429));
        assertThat(face.get(READER, "/api/v1/feeds/all").statusCode()).isEqualTo(200);
    }

    @Test
    void readinessIsAQuestionToEveryPart() {
        assertThat(face.get("", "/health/ready").statusCode()).isEqualTo(200);
        try (Face starting = new Face(
                check("store", Optional.of(Text.of("Kho chưa mở.", "The store is not open."))),
                check("http", Optional.empty()))) {
            HttpResponse<String> answer = starting.get("", "/health/ready");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("Kho chưa mở.").contains("The store is not open.");
            assertThat(starting.get("", "/health/live").statusCode()).isEqualTo(200);
        }
    }

    private static Readiness check(String name, Optional<Text> missing) {
        return new Readiness() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<Text> missing() {
                return missing;
            }
        };
    }

    @Test
    void pagesOfConfiguredOriginsMayRead() {
        HttpResponse<String> allowed = face.get(READER, "/api/v1/types", "Origin", "https://ioc.example.vn");
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).contains("https://ioc.example.vn");
        HttpResponse<String> other = face.get(READER, "/api/v1/types", "Origin", "https://evil.example");
        assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        HttpResponse<String> preflight = face.send(face.request(
                        "",
                        "/api/v1/feeds/all",
                        "Origin",
                        "https://ioc.example.vn",
                        "Access-Control-Request-Method",
                        "GET",
                        "Access-Control-Request-Headers",
                        "authorization")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Headers")
                        .orElse(""))
                .contains("Authorization");
    }

    @Test
    void deploymentsTellTheirVerdict() {
        assertThat(deploy("adapter-1.0.jar", "good").statusCode()).isEqualTo(201);
        HttpResponse<String> refused = deploy("adapter.yaml", "bad");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Thiếu tên.");
        problem(deploy("../evil.jar", "good"), 400);
        problem(deploy("evil.sh", "good"), 400);
        assertThat(face.get(ADMIN, "/api/v1/deployments").body()).contains("adapter-1.0.jar");
        int before = face.get(ADMIN, "/api/v1/deployments").body().length();
        HttpResponse<String> plan = deploy("adapter-1.1.yml&dryRun=true", "good");
        assertThat(plan.statusCode()).isEqualTo(200);
        assertThat(plan.body()).contains("\"restarts\":[\"one\"]", "\"then\":\"1.1.0\"", "org.iochub.api 1.0.0");
        problem(deploy("adapter-1.1.yml&dryRun=maybe", "good"), 400);
        assertThat(face.get(ADMIN, "/api/v1/deployments").body()).hasSize(before);
    }

    private HttpResponse<String> deploy(String file, String content) {
        return face.send(face.request(ADMIN, "/api/v1/deployments?file=" + file)
                .POST(HttpRequest.BodyPublishers.ofString(content)));
    }

    @Test
    void areasKnowTheirNeighboursInTime() {
        JsonNode old = Json.tree(face.get(READER, "/api/v1/areas?level=province&at=2025-06-30")
                        .body()
                        .getBytes(StandardCharsets.UTF_8))
                .path("areas");
        JsonNode now = Json.tree(
                        face.get(READER, "/api/v1/areas?level=province").body().getBytes(StandardCharsets.UTF_8))
                .path("areas");
        assertThat(old.size()).isGreaterThan(now.size());
        JsonNode ended = null;
        for (JsonNode area : old) {
            if (area.has("validTo") && !area.path("successors").isEmpty()) {
                ended = area;
            }
        }
        String code = ended.path("code").asText();
        HttpResponse<String> then = face.get(READER, "/api/v1/areas/" + code + "?at=2025-06-30");
        assertThat(then.statusCode()).isEqualTo(200);
        String link = ended.at("/successors/0/link").asText();
        HttpResponse<String> successor = face.get(READER, link);
        assertThat(successor.statusCode()).as(successor.body()).isEqualTo(200);
        assertThat(Json.tree(successor.body().getBytes(StandardCharsets.UTF_8)).path("predecessors"))
                .anyMatch(unit -> unit.path("code").asText().equals(code));
        JsonNode problem = problem(face.get(READER, "/api/v1/areas/" + code + "?at=1999-01-01"), 404);
        assertThat(problem.path("spans")).isNotEmpty();
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = Json.tree(answer.body().getBytes(StandardCharsets.UTF_8));
        for (String member : new String[] {"type", "title", "detail", "title_en", "detail_en"}) {
            assertThat(problem.path(member).asText()).as(member).isNotEmpty();
        }
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        return problem;
    }
}
