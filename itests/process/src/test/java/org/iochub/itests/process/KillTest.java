package org.iochub.itests.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the hub at random moments under load: nothing acknowledged is lost, nothing appears twice, and the archive has it. */
class KillTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LANES = 3;

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostAndNothingAppearsTwice() throws Exception {
        int kills = Integer.getInteger("hub.kills", 4);
        long seed = Long.getLong("hub.seed", System.nanoTime());
        Random random = new Random(seed);
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (HubProcess hub = new HubProcess(folder.resolve("hub"))) {
            hub.start();
            hub.configure("tenant-quang-ngai", "name.vi = Quảng Ngãi", "name.en = Quang Ngai", "areas = 51");
            hub.configure("source-one-stop", "adapter = dossiers", "tenant = quang-ngai", "applicantKinds = citizen1");
            awaitRunning(hub);
            String pushKey = hub.makeKey("{\"name\":\"pusher\",\"push\":[\"one-stop\"]}");
            List<DossierPusher> pushers = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                DossierPusher pusher = new DossierPusher(hub, pushKey, lane + 1, acknowledged);
                pushers.add(pusher);
                threads.add(new Thread(pusher, "pusher-" + lane));
            }
            threads.forEach(Thread::start);
            FeedReader reader = new FeedReader(hub, "dossier");
            CountDownLatch never = new CountDownLatch(1);
            for (int kill = 0; kill < kills; kill++) {
                int before = acknowledged.size();
                await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() > before + 50);
                never.await(random.nextInt(700), TimeUnit.MILLISECONDS);
                hub.kill();
                hub.start();
                awaitRunning(hub);
                reader.catchUp();
            }
            int before = acknowledged.size();
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() > before + 50);
            pushers.forEach(DossierPusher::stop);
            for (Thread thread : threads) {
                thread.join(30_000);
            }
            reader.catchUp();

            assertEachOnce(reader.events(), acknowledged, seed);
            assertThat(hub.json("/api/v1/quarantine").findValues("id")).isEmpty();
            assertArchived(hub, acknowledged, seed);
        }
    }

    /** Every acknowledged dossier stands in a raw message that is read as it came. */
    private static void assertArchived(HubProcess hub, Set<String> acknowledged, long seed) throws Exception {
        String key = hub.makeKey("{\"name\":\"archive\",\"admin\":true,\"read\":true,\"personal\":\"full\"}");
        Set<String> codes = new HashSet<>();
        Optional<URI> page = Optional.of(hub.url("/api/v1/sources/one-stop/archive?limit=100"));
        while (page.isPresent()) {
            HttpResponse<String> answer = hub.get(page.get(), key);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode document = JSON.readTree(answer.body());
            assertThat(document.path("damages")).as("seed %d", seed).isEmpty();
            for (JsonNode message : document.path("messages")) {
                HttpResponse<String> raw =
                        hub.get(URI.create(message.path("raw").asText()), key);
                assertThat(raw.statusCode()).as(raw.body()).isEqualTo(200);
                JSON.readTree(raw.body()).findValues("MaHoSo").forEach(code -> codes.add(code.asText()));
            }
            page = answer.headers().firstValue("Link").map(link -> URI.create(link.substring(1, link.indexOf('>'))));
        }
        assertThat(codes).as("archived (seed %d)", seed).containsAll(acknowledged);
    }

    private static void assertEachOnce(List<JsonNode> events, Set<String> acknowledged, long seed) {
        Set<String> codes = new HashSet<>();
        String last = "";
        for (JsonNode event : events) {
            String code = event.path("data").path("dossierCode").asText();
            assertThat(codes.add(code)).as("%s once (seed %d)", code, seed).isTrue();
            String sequence = event.path("sequence").asText();
            assertThat(sequence).as("order (seed %d)", seed).isGreaterThan(last);
            last = sequence;
        }
        assertThat(codes).as("acknowledged (seed %d)", seed).containsAll(acknowledged);
    }

    private static void awaitRunning(HubProcess hub) {
        await().atMost(Duration.ofSeconds(60)).until(() -> hub.state("one-stop").equals("running"));
    }
}
