package org.iochub.feed.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.feed.internal.testing.Face.READER;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.testing.Face;
import org.iochub.feed.internal.testing.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedHttpTest {
    private final Face face = new Face();

    @AfterEach
    void stop() {
        face.close();
    }

    @Test
    void readsOldestFirstAndGivesTheNextLinkAlsoWhenThereIsNothing() {
        HttpResponse<String> empty = face.get(READER, "/api/v1/feeds/facility");
        assertThat(empty.statusCode()).as(empty.body()).isEqualTo(200);
        assertThat(empty.body()).isEqualTo("[]");
        assertThat(empty.headers().firstValue("Cache-Control")).contains("no-store");

        face.log.append(Sample.facility("a", 105));
        face.log.append(Sample.facility("b", 105));
        face.log.append(Sample.report("r"));
        HttpResponse<String> first = face.get(READER, Face.link(empty, "next").orElseThrow());
        assertThat(subjects(first)).hasSize(2);
        JsonNode event = json(first).get(0);
        assertThat(event.path("data").path("facilityCode").asText()).isEqualTo("a");
        assertThat(event.path("sequence").asText()).isEqualTo("00000000000000000001");

        String next = Face.link(first, "next").orElseThrow();
        assertThat(next).startsWith(face.url().toString());
        assertThat(face.get(READER, next).body()).isEqualTo("[]");
    }

    @Test
    void followsTheLinksExactlyOnceWhileAWriterAppends() {
        int all = 600;
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> IntStream.range(0, all)
                .forEach(i -> face.log.append(i % 3 == 0 ? Sample.report("r" + i) : Sample.facility("f" + i, 105))));
        List<String> read = new ArrayList<>();
        String address = face.url() + "/api/v1/feeds/facility?limit=37";
        while (read.size() < all * 2 / 3) {
            HttpResponse<String> page = face.get(READER, address + "&wait=1");
            read.addAll(subjects(page));
            address = Face.link(page, "next").orElseThrow().replace("&wait=1", "");
        }
        writer.join();
        assertThat(read).hasSize(400).doesNotHaveDuplicates();
        assertThat(face.get(READER, address).body()).isEqualTo("[]");
    }

    @Test
    void anEmptyFilteredStretchMovesTheCursor() {
        IntStream.range(0, 3_000).forEach(i -> face.log.append(Sample.facility("f" + i, 105)));
        face.log.append(Sample.report("late"));
        HttpResponse<String> page = face.get(READER, "/api/v1/feeds/citizen-report");
        assertThat(page.body()).isEqualTo("[]");
        HttpResponse<String> second = face.get(READER, Face.link(page, "next").orElseThrow());
        assertThat(second.statusCode()).isEqualTo(200);
        String address = Face.link(second, "next").orElseThrow();
        List<String> found = new ArrayList<>(subjects(second));
        for (int i = 0; i < 5 && found.isEmpty(); i++) {
            HttpResponse<String> more = face.get(READER, address);
            found.addAll(subjects(more));
            address = Face.link(more, "next").orElseThrow();
        }
        assertThat(found).hasSize(1);
    }

    @Test
    void waitAnswersAtOnceWhenSomethingComes() {
        String next = Face.link(face.get(READER, "/api/v1/feeds/all"), "next").orElseThrow();
        long start = System.nanoTime();
        CompletableFuture<HttpResponse<String>> waiting = face.getLater(READER, next + "&wait=60");
        face.log.append(Sample.facility("a", 105));
        assertThat(subjects(waiting.join())).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void waitSurvivesALostRing() {
        face.bell.mute();
        CompletableFuture<HttpResponse<String>> waiting = face.getLater(READER, "/api/v1/feeds/all?wait=60");
        face.log.append(Sample.facility("a", 105));
        assertThat(subjects(waiting.join())).hasSize(1);
    }

    @Test
    void waitEndsEmptyAfterItsTimeAndIsNotWokenByOthersRecords() {
        long start = System.nanoTime();
        CompletableFuture<HttpResponse<String>> waiting = face.getLater(READER, "/api/v1/feeds/dossier?wait=1");
        face.log.append(Sample.facility("a", 105));
        HttpResponse<String> answer = waiting.join();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("[]");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(950));
        assertThat(Face.link(answer, "next")).isPresent();
    }

    @Test
    void cursorsFailAsTheContractSays() {
        IntStream.range(0, 10).forEach(i -> face.log.append(Sample.facility("f" + i, 105)));
        String next = Face.link(face.get(READER, "/api/v1/feeds/facility?limit=5"), "next")
                .orElseThrow();

        HttpResponse<String> forged = face.get(READER, next.replace("after=A", "after=B"));
        assertThat(forged.statusCode()).isEqualTo(400);
        assertThat(json(forged).path("parameter").asText()).isEqualTo("after");
        assertThat(face.get(READER, "/api/v1/feeds/facility?after=7").statusCode())
                .isEqualTo(400);

        face.log.keepsFrom(7);
        HttpResponse<String> cut = face.get(READER, next);
        assertGone(cut);
        String oldest = json(cut).path("oldest").asText();
        assertThat(face.get(READER, "/api/v1/feeds/facility?after=" + oldest).statusCode())
                .isEqualTo(200);
        face.log.keepsFrom(6);
        assertThat(face.get(READER, next).statusCode()).isEqualTo(200);

        face.log.restoredTo(4, "e1");
        assertGone(face.get(READER, next));
        IntStream.range(0, 10).forEach(i -> face.log.append(Sample.facility("g" + i, 105)));
        String atTheEnd = Face.link(face.get(READER, "/api/v1/feeds/facility?limit=50"), "next")
                .orElseThrow();
        face.log.restoredTo(8, "e2");
        assertGone(face.get(READER, atTheEnd));
        IntStream.range(0, 10).forEach(i -> face.log.append(Sample.facility("h" + i, 105)));
        assertGone(face.get(READER, atTheEnd));
    }

    @Test
    void aCursorOfTheRestoredPartGoesOn() {
        IntStream.range(0, 10).forEach(i -> face.log.append(Sample.facility("f" + i, 105)));
        String fifth = Face.link(face.get(READER, "/api/v1/feeds/facility?limit=5"), "next")
                .orElseThrow();
        String seventh = Face.link(face.get(READER, "/api/v1/feeds/facility?limit=7"), "next")
                .orElseThrow();
        face.log.restoredTo(6, "e2");
        face.log.append(Sample.facility("other", 105));

        HttpResponse<String> answer = face.get(READER, fifth);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer)).hasSize(2);
        assertGone(face.get(READER, seventh));
        String behind = Face.link(answer, "next").orElseThrow();
        face.log.append(Sample.facility("more", 105));
        assertThat(json(face.get(READER, behind))).hasSize(1);
        face.log.restoredTo(5, "e3");
        assertGone(face.get(READER, behind));
        assertThat(face.get(READER, fifth).statusCode()).isEqualTo(200);
    }

    private void assertGone(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(410);
        String snapshot = Face.link(answer, "snapshot").orElseThrow();
        assertThat(snapshot).isEqualTo(face.url() + "/api/v1/records/facility");
        assertThat(json(answer).path("snapshot").asText()).isEqualTo(snapshot);
        assertThat(face.get(READER, snapshot).statusCode()).isEqualTo(200);
    }

    @Test
    void filtersBySourceTenantSinceAndKeepsThemInTheLink() {
        face.log.append(Sample.facility("a", 105).from("s 1"));
        face.log.append(Sample.facility("b", 105).of("angiang"));
        face.log.append(Sample.facility("c", 105));
        HttpResponse<String> bySource = face.get(READER, "/api/v1/feeds/facility?source=s%201&format=json");
        assertThat(codes(bySource)).containsExactly("a");
        assertThat(Face.link(bySource, "next").orElseThrow())
                .contains("source=s+1")
                .contains("format=json");
        assertThat(codes(face.get(READER, "/api/v1/feeds/facility?tenant=angiang")))
                .containsExactly("b");
        assertThat(codes(face.get(READER, "/api/v1/feeds/all?since=2026-03-01T08:00:03%2B07:00")))
                .containsExactly("c");
        assertThat(codes(face.get(READER, "/api/v1/feeds/facility?major=1"))).hasSize(3);
    }

    @Test
    void headAndGzipWork() throws Exception {
        IntStream.range(0, 50).forEach(i -> face.log.append(Sample.facility("f" + i, 105)));
        HttpResponse<String> head = face.send(face.request(READER, "/api/v1/feeds/facility")
                .method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(Face.link(head, "next")).isPresent();

        HttpResponse<byte[]> packed = face.getBytes(READER, "/api/v1/feeds/facility", "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        try (var plain = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(packed.body()))) {
            assertThat(Json.tree(plain.readAllBytes())).hasSize(50);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.tree(response.body().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> subjects(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        List<String> subjects = new ArrayList<>();
        json(response).forEach(event -> subjects.add(event.path("subject").asText()));
        return subjects;
    }

    private static List<String> codes(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        List<String> codes = new ArrayList<>();
        json(response)
                .forEach(event ->
                        codes.add(event.path("data").path("facilityCode").asText()));
        return codes;
    }
}
