package org.iochub.feed.internal.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.feed.internal.testing.Face.READER;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.testing.Face;
import org.iochub.feed.internal.testing.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordsHttpTest {
    private final Face face = new Face();

    @AfterEach
    void stop() {
        face.close();
    }

    @Test
    void snapshotThenFeedHasNoGapWhateverIsWrittenMeanwhile() {
        IntStream.range(0, 40).forEach(i -> face.log.append(Sample.facility("f" + i, 100)));
        AtomicInteger written = new AtomicInteger();
        face.log.beforePage(() -> {
            int i = written.incrementAndGet();
            face.log.append(Sample.facility("f" + i, 100 + i));
            face.log.append(Sample.facility("new" + i, 100 + i));
            face.log.append(Sample.facility("f" + (i + 20), 0).deleted());
        });
        Map<String, String> state = new TreeMap<>();
        Optional<String> address = Optional.of("/api/v1/records/facility?limit=7");
        String feed = "";
        while (address.isPresent()) {
            HttpResponse<String> page = face.get(READER, address.get());
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            apply(page, state);
            String link = Face.link(page, "feed").orElseThrow();
            assertThat(feed.isEmpty() || feed.equals(link)).isTrue();
            feed = link;
            address = Face.link(page, "next");
        }
        face.log.beforePage(() -> {});
        apply(face.get(READER, feed), state);

        Map<String, String> truth = new TreeMap<>();
        apply(face.get(READER, "/api/v1/records/facility?limit=10000"), truth);
        assertThat(state).isEqualTo(truth).hasSizeGreaterThan(35);
    }

    @Test
    void snapshotOfAllGoesThroughTheTypes() {
        IntStream.range(0, 5).forEach(i -> face.log.append(Sample.facility("f" + i, 100)));
        IntStream.range(0, 5).forEach(i -> face.log.append(Sample.report("r" + i)));
        Map<String, String> state = new TreeMap<>();
        Optional<String> address = Optional.of("/api/v1/records/all?limit=3");
        while (address.isPresent()) {
            HttpResponse<String> page = face.get(READER, address.get());
            apply(page, state);
            address = Face.link(page, "next");
        }
        assertThat(state).hasSize(10);
    }

    @Test
    void whatHappenedWhenAndStatusNarrowAPageAndAnExport() {
        face.log.append(Sample.report("a"));
        face.log.append(Sample.report("b").with("\"received\"", "\"closed\""));
        face.log.append(Sample.facility("f", 105));
        String path = "/api/v1/records/citizen-report";
        assertThat(codes(path + "?status=closed")).containsExactly("b");
        assertThat(codes(path + "?status=closed&status=received&limit=1")).containsExactlyInAnyOrder("a", "b");
        assertThat(codes(path + "?from=2026-03-01T08:00:00%2B07:00")).hasSize(2);
        assertThat(codes(path + "?from=2026-03-01T08:00:01%2B07:00")).isEmpty();
        assertThat(codes(path + "?to=2026-03-01T01:00:01Z")).hasSize(2);
        assertThat(codes(path + "?to=2026-03-01T01:00:00Z")).isEmpty();
        String export = face.get(READER, "/api/v1/export/citizen-report?format=ndjson&status=closed")
                .body();
        assertThat(export.lines()).hasSize(1);
        assertThat(export).contains("\"b\"");
        for (String bad : List.of(
                path + "?from=2026-03-01",
                path + "?status=Closed",
                path + "?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z",
                "/api/v1/records/all?status=closed",
                "/api/v1/feeds/citizen-report?status=closed")) {
            assertThat(face.get(READER, bad).statusCode()).as(bad).isEqualTo(400);
        }
    }

    private List<String> codes(String first) {
        List<String> codes = new ArrayList<>();
        Optional<String> address = Optional.of(first);
        while (address.isPresent()) {
            HttpResponse<String> page = face.get(READER, address.get());
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            Json.tree(page.body().getBytes(StandardCharsets.UTF_8))
                    .forEach(event -> codes.add(event.at("/data/reportCode").asText()));
            address = Face.link(page, "next");
        }
        return codes;
    }

    @Test
    void aHistoryThatIsCutSaysSo() {
        String address =
                "/api/v1/records/citizen-report/" + Sample.report("r").id().value() + "/history";
        face.log.append(Sample.report("r"));
        face.log.append(Sample.report("r"));
        assertThat(face.get(READER, address).headers().firstValue("History-Cut"))
                .isEmpty();

        face.log.keepsFrom(2);

        assertThat(face.get(READER, address).headers().firstValue("History-Cut"))
                .contains("true");
    }

    @Test
    void oneRecordWithHistoryAndLineage() {
        String id = Sample.report("r").id().value();
        face.log.append(Sample.report("r"));
        face.log.append(Sample.report("r"));

        HttpResponse<String> one = face.get(READER, "/api/v1/records/citizen-report/" + id);
        assertThat(one.statusCode()).as(one.body()).isEqualTo(200);
        assertThat(one.headers().firstValue("Content-Type").orElse("")).startsWith("application/cloudevents+json");
        assertThat(json(one).path("id").asText()).isEqualTo("v-2");

        JsonNode history = json(face.get(READER, "/api/v1/records/citizen-report/" + id + "/history"));
        assertThat(history).hasSize(2);
        assertThat(history.get(0).path("id").asText()).isEqualTo("v-2");

        JsonNode lineage = json(face.get(READER, "/api/v1/records/citizen-report/" + id + "/lineage?version=v-1"));
        assertThat(lineage.at("/message/name").asText()).isEqualTo("file-1.xml");
        assertThat(lineage.at("/message/position").asText()).isEqualTo("line 7");
        assertThat(lineage.at("/adapter/version").asText()).isEqualTo("1.2.0");
        assertThat(lineage.at("/notes/0/code").asText()).isEqualTo("unknown-code");

        face.log.append(Sample.report("r").deleted());
        assertThat(face.get(READER, "/api/v1/records/citizen-report/" + id).statusCode())
                .isEqualTo(404);
        assertThat(json(face.get(READER, "/api/v1/records/citizen-report/" + id + "/history")))
                .hasSize(3);
    }

    @Test
    void whatIsNotThereIs404() {
        for (String path : new String[] {
            "/api/v1/records/citizen-report/nobody",
            "/api/v1/records/citizen-report/nobody/history",
            "/api/v1/records/citizen-report/nobody/lineage",
            "/api/v1/records/citizen-report/%C3%A9",
            "/api/v1/records/nothing",
            "/api/v1/records/nothing/x",
            "/api/v1/records/all/x",
            "/api/v1/feeds/nothing",
            "/api/v1/feeds/..%2fkeys",
        }) {
            HttpResponse<String> answer = face.get(READER, path);
            assertThat(answer.statusCode()).as(path + " " + answer.body()).isIn(404, 400);
        }
    }

    private static void apply(HttpResponse<String> page, Map<String, String> state) {
        json(page).forEach(event -> {
            String subject = event.path("subject").asText();
            if (event.path("op").asText().equals("delete")) {
                state.remove(subject);
            } else {
                state.put(subject, event.path("data").toString());
            }
        });
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.tree(response.body().getBytes(StandardCharsets.UTF_8));
    }
}
