package org.iochub.itests.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub is killed while an archived period is read anew: each record is corrected, once. */
class RenormaliseKillTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JOBS = "/api/v1/replays";
    private static final int MESSAGES = 60;
    private static final int STATIONS = 5;
    private static final int PER_SECOND = 10;

    @TempDir
    Path folder;

    @Test
    void everyRecordIsCorrectedOnceWhateverHappensMeanwhile() throws Exception {
        try (HubProcess hub = new HubProcess(folder.resolve("hub"))) {
            hub.start();
            hub.configure("tenant-quang-ngai", "name.vi = Quảng Ngãi", "name.en = Quang Ngai", "areas = 51");
            drop(hub, "1.0.0", "ten");
            String key = hub.makeKey("{\"name\":\"tram\",\"push\":[\"" + Stations.ID + "\"]}");
            for (int message = 0; message < MESSAGES; message++) {
                assertThat(hub.post("/api/v1/ingest/" + Stations.ID, key, message(message))
                                .statusCode())
                        .isEqualTo(200);
            }
            FeedReader feed = new FeedReader(hub, "facility");
            feed.catchUp();
            assertThat(feed.events()).hasSize(MESSAGES * STATIONS);
            drop(hub, "1.1.0", "upper(ten)");

            long dry = begin(
                    hub,
                    "{\"kind\":\"renormalise\",\"dry\":true,\"source\":\"" + Stations.ID
                            + "\",\"from\":\"2020-01-01T00:00:00Z\",\"to\":\"2100-01-01T00:00:00Z\",\"rate\":"
                            + PER_SECOND
                            + "}");
            killAt(hub, dry, MESSAGES / 3);
            assertThat(ended(hub, dry).path("total").asInt()).isEqualTo(MESSAGES);
            JsonNode report = hub.json(JOBS + "/" + dry + "/differences");
            assertThat(report.findValue("changed").asInt()).as("%s", report).isEqualTo(MESSAGES * STATIONS);
            feed.catchUp();
            assertThat(feed.events()).as("a dry run writes nothing").hasSize(MESSAGES * STATIONS);

            long applied = begin(
                    hub,
                    "{\"kind\":\"renormalise\",\"apply\":" + dry + ",\"confirm\":true,\"rate\":" + PER_SECOND + "}");
            killAt(hub, applied, MESSAGES / 4);
            killAt(hub, applied, MESSAGES / 2);
            JsonNode job = ended(hub, applied);
            assertThat(job.path("outcomes").path("recorded").asInt())
                    .as("%s", job)
                    .isEqualTo(MESSAGES);
            feed.catchUp();
            assertEachOnceAndCorrectedOnce(feed.events());
        }
    }

    private void drop(HubProcess hub, String version, String name) throws Exception {
        hub.drop(
                Files.writeString(folder.resolve(Stations.ID + ".yaml"), Stations.source(version, "T: station", name)));
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    JsonNode source = hub.json("/api/v1/sources/" + Stations.ID);
                    return source.path("state").asText().equals("running")
                            && source.path("adapterVersion").asText().equals(version);
                });
    }

    private static String message(int number) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < STATIONS; i++) {
            lines.append(Stations.line("m" + number + "-" + i, "T"));
        }
        return lines.toString();
    }

    private static long begin(HubProcess hub, String body) throws Exception {
        HttpResponse<String> answer = hub.post(JOBS, HubProcess.ADMIN_KEY, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body()).path("id").asLong();
    }

    /** Kills the hub once so many messages are done and some are not, and starts it again. */
    private static void killAt(HubProcess hub, long job, int done) throws Exception {
        await().atMost(Duration.ofSeconds(60)).until(() -> done(hub.json(JOBS + "/" + job)) >= done);
        assertThat(done(hub.json(JOBS + "/" + job))).as("still under way").isLessThan(MESSAGES);
        hub.kill();
        hub.start();
    }

    private static int done(JsonNode job) {
        int done = 0;
        for (JsonNode count : job.path("outcomes")) {
            done += count.asInt();
        }
        return done - job.path("outcomes").path("pending").asInt();
    }

    private static JsonNode ended(HubProcess hub, long job) {
        return await().atMost(Duration.ofSeconds(120))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(
                        () -> hub.json(JOBS + "/" + job),
                        each -> each.path("state").asText().equals("finished"));
    }

    private static void assertEachOnceAndCorrectedOnce(List<JsonNode> events) {
        Map<String, Integer> seen = new HashMap<>();
        for (JsonNode event : events) {
            String code = event.path("data").path("facilityCode").asText();
            boolean correction = event.path("opreason").asText().equals("correction");
            String name = "trạm " + code;
            assertThat(event.path("data").path("name").asText())
                    .isEqualTo(correction ? name.toUpperCase(Locale.ROOT) : name);
            assertThat(seen.merge(code, 1, Integer::sum)).as(code).isEqualTo(correction ? 2 : 1);
        }
        assertThat(seen).hasSize(MESSAGES * STATIONS);
        assertThat(seen.values()).containsOnly(2);
    }
}
