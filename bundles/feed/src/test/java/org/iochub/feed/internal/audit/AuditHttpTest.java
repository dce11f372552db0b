package org.iochub.feed.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.iochub.feed.internal.testing.Face.ADMIN;
import static org.iochub.feed.internal.testing.Face.READER;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.testing.Face;
import org.iochub.feed.internal.testing.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditHttpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final Face face = new Face();

    @AfterEach
    void stop() {
        face.close();
    }

    @Test
    void readingsAreGatheredWithPurposeFiltersAndCounts() {
        face.log.append(Sample.report("r1"));
        face.log.append(Sample.report("r2"));
        for (int i = 0; i < 5; i++) {
            face.get(READER, "/api/v1/feeds/citizen-report?source=reports", "X-Purpose", "weekly report");
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<JsonNode> feed = entries("?action=feed");
            assertThat(feed).isNotEmpty();
            long requests = feed.stream()
                    .mapToLong(entry -> entry.at("/detail/requests").asLong(1))
                    .sum();
            long records = feed.stream()
                    .mapToLong(entry -> entry.at("/detail/records").asLong(0))
                    .sum();
            assertThat(requests).isEqualTo(5);
            assertThat(records).isEqualTo(10);
            assertThat(feed.get(0).path("name").asText()).isEqualTo("reader");
            assertThat(feed.get(0).path("target").asText()).isEqualTo("citizen-report");
            assertThat(feed.get(0).at("/detail/purpose").asText()).isEqualTo("weekly report");
            assertThat(feed.get(0).at("/detail/source").asText()).isEqualTo("reports");
            assertThat(feed.get(0).at("/detail/personal").asText()).isEqualTo("full");
        });
    }

    @Test
    void refusalsAreThereAndHaveNoSecrets() {
        face.get("wrong-key-value", "/api/v1/feeds/all");
        face.get(READER, "/api/v1/keys");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(entries("?action=feed"))
                    .extracting(entry -> entry.at("/detail/status").asText())
                    .containsExactly("401");
            assertThat(entries("?action=keys"))
                    .extracting(entry -> entry.at("/detail/status").asText())
                    .containsExactly("403");
        });
        assertThat(face.get(ADMIN, "/api/v1/audit").body()).doesNotContain("wrong-key-value");
    }

    @Test
    void aChangeIsThereAtOnceAndSurvivesAStoreThatIsAway() {
        assertThat(face.send(newKey("one")).statusCode()).isEqualTo(201);
        assertThat(entries("?action=createKey")).hasSize(1);

        face.audit.down(true);
        assertThat(face.send(newKey("two")).statusCode()).isEqualTo(201);
        face.audit.down(false);
        await().atMost(PATIENCE).until(() -> entries("?action=createKey").size() == 2);
    }

    @Test
    void theResponseDoesNotCarryTheCount() {
        face.log.append(Sample.report("r1"));
        HttpResponse<String> page = face.get(READER, "/api/v1/feeds/all");
        assertThat(page.headers().map().keySet()).noneMatch(name -> name.equalsIgnoreCase(TrailFilter.RECORDS));
    }

    @Test
    void onlyAdministratorsReadItPageByPage() {
        assertThat(face.get(READER, "/api/v1/audit").statusCode()).isEqualTo(403);
        for (int i = 0; i < 5; i++) {
            face.send(newKey("k" + i));
        }
        HttpResponse<String> page = face.get(ADMIN, "/api/v1/audit?limit=2&action=createKey");
        List<Long> numbers = new ArrayList<>();
        while (true) {
            json(page)
                    .path("entries")
                    .forEach(entry -> numbers.add(entry.path("no").asLong()));
            if (Face.link(page, "next").isEmpty()) {
                break;
            }
            page = face.get(ADMIN, Face.link(page, "next").orElseThrow());
        }
        assertThat(numbers).hasSize(5).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(json(face.get(ADMIN, "/api/v1/audit?verify=true"))
                        .path("intact")
                        .asBoolean())
                .isTrue();
        assertThat(face.get(ADMIN, "/api/v1/audit?before=0").statusCode()).isEqualTo(400);
    }

    private HttpRequest.Builder newKey(String name) {
        return face.request(ADMIN, "/api/v1/keys", "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"" + name + "\",\"read\":true}"));
    }

    private List<JsonNode> entries(String query) {
        List<JsonNode> entries = new ArrayList<>();
        json(face.get(ADMIN, "/api/v1/audit" + query)).path("entries").forEach(entries::add);
        return entries;
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.tree(response.body().getBytes(StandardCharsets.UTF_8));
    }
}
