package org.iochub.itests.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A place that the hub has never heard of comes to a running hub by the files of {@code docs/tutorial}, step by step as
 * the text there says, while another source is pushed to.
 */
class SixthPlaceTest {
    private static final String REPORTS = "tinh-mau-phan-anh";
    private static final Set<String> INSTANCES =
            Set.of(REPORTS, "tinh-mau-co-so", "tinh-mau-quan-trac", "tinh-mau-co-quan");

    @TempDir
    Path folder;

    private HubProcess hub;
    private Tutorial tutorial;
    private PageServer stations;
    private DossierPusher pusher;
    private Thread pushing;
    private final Set<String> pushed = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void start() throws Exception {
        hub = new HubProcess(folder.resolve("hub"));
        hub.start();
        tutorial = new Tutorial(hub);
        stations =
                new PageServer(tutorial.fixture("mau-quan-trac", "so-do-1.json").getParent());
        hub.configure("tenant-quang-ngai", "name.vi = Quảng Ngãi", "name.en = Quang Ngai", "areas = 51");
        hub.configure("source-one-stop", "adapter = dossiers", "tenant = quang-ngai", "applicantKinds = citizen1");
        soon(() -> assertThat(hub.state("one-stop")).isEqualTo("running"));
        String key = hub.makeKey("{\"name\":\"one-stop\",\"push\":[\"one-stop\"]}");
        pusher = new DossierPusher(hub, key, 1, pushed);
        pushing = new Thread(pusher, "pushing");
        pushing.start();
        soon(() -> assertThat(pushed).isNotEmpty());
    }

    @AfterEach
    void stop() throws Exception {
        if (pushing != null) {
            pusher.stop();
            pushing.join(30_000);
        }
        if (stations != null) {
            stations.close();
        }
        hub.close();
    }

    @Test
    void filesAloneAddAPlaceAndTakeItAwayAgain() throws Exception {
        long process = hub.pid();
        String since = hub.json("/api/v1/sources/one-stop").path("since").asText();

        areasComeAndAWrongListDoesNoHarm();
        sourcesComeAndAWrongOneIsRefused();
        recordsArriveInTheirAreas();
        int before = pushed.size();
        soon(() -> assertThat(pushed.size()).isGreaterThan(before));
        sourcesGo();

        pusher.stop();
        pushing.join(30_000);
        assertThat(pusher.repeated()).as("pushes that were not taken at once").isZero();
        assertThat(hub.pid()).isEqualTo(process);
        assertThat(hub.json("/api/v1/sources/one-stop").path("since").asText()).isEqualTo(since);
        assertThat(hub.state("one-stop")).isEqualTo("running");
    }

    private void areasComeAndAWrongListDoesNoHarm() throws Exception {
        assertThat(hub.get("/api/v1/areas/99001").statusCode()).isEqualTo(404);
        tutorial.areas();
        soon(() -> {
            assertThat(unit("99001", "2025-06-30")).isEqualTo("Xã Mẫu Một");
            assertThat(unit("99001", "2025-07-01")).isEqualTo("Xã Mẫu Thượng");
            assertThat(hub.get("/api/v1/areas/99004?at=2025-07-06").body())
                    .contains("đơn vị kế thừa: Xã Mẫu Thượng (99001)");
        });
        Path wrong = hub.data().resolve("etc/areas/areas-wrong.csv");
        Files.writeString(wrong, "code,level,name\n98,tỉnh,Tỉnh Khác\n");
        soon(() -> assertThat(hub.logLines())
                .anyMatch(line -> line.contains("areas-wrong.csv: Dòng 2: cấp «tỉnh»") && line.contains("ERROR")));
        assertThat(unit("99001", "2025-07-01")).isEqualTo("Xã Mẫu Thượng");
        Files.delete(wrong);
    }

    private String unit(String code, String day) throws Exception {
        return hub.json("/api/v1/areas/" + code + "?at=" + day).path("name").asText();
    }

    private void sourcesComeAndAWrongOneIsRefused() throws Exception {
        tutorial.tenant();
        hub.drop(tutorial.source("mau-phan-anh"));
        soon(() -> assertThat(hub.state(REPORTS)).isEqualTo("running"));

        hub.drop(tutorial.wrong());
        soon(() -> {
            JsonNode verdict = verdict("mau-quan-trac.yaml");
            assertThat(verdict.path("accepted").asBoolean(true)).isFalse();
            assertThat(verdict.path("reason").path("vi").asText())
                    .contains("mau-quan-trac.yaml:5:1 sector: Không có «enviroment»; có lẽ là «environment».")
                    .contains("mau-quan-trac.yaml:32:7 map[0].fields.facilityCod:")
                    .contains("mau-quan-trac.yaml:36:23 map[0].fields.phenomenonTime: Không có hàm «dat»");
        });

        tutorial.instances(stations.url());
        for (String source : Tutorial.SOURCES) {
            hub.drop(tutorial.source(source));
        }
        tutorial.inbox("mau-co-so", "co-so.csv", "co-so");
        tutorial.inbox("mau-co-quan", "co-quan.csv", "co-quan");
        for (String source : Tutorial.SOURCES) {
            soon(() -> assertThat(verdict(source + ".yaml").path("accepted").asBoolean())
                    .as(source)
                    .isTrue());
        }
        for (String instance : INSTANCES) {
            soon(() -> assertThat(hub.state(instance)).as(instance).isEqualTo("running"));
        }
    }

    private JsonNode verdict(String file) throws Exception {
        for (JsonNode one : hub.json("/api/v1/deployments").path("deployments")) {
            if (one.path("file").asText().equals(file)) {
                return one;
            }
        }
        throw new AssertionError("no verdict on " + file);
    }

    private void recordsArriveInTheirAreas() throws Exception {
        String key = hub.makeKey("{\"name\":\"mau\",\"push\":[\"" + REPORTS + "\"]}");
        assertThat(push(key, "reports.ndjson")).contains("\"accepted\":3", "\"quarantined\":1");
        assertThat(hub.json("/api/v1/quarantine").toString()).contains("area-not-valid", REPORTS, "line 3");
        assertThat(push(key, "mended.ndjson")).contains("\"accepted\":1", "\"quarantined\":0");

        arrived(
                "citizen-report",
                "reportCode",
                "MAU-0001 99004 2004-07-08",
                "MAU-0002 99001 2025-07-01",
                "MAU-0003 99001 2025-07-01",
                "MAU-0004 99007 2025-07-01");
        arrived(
                "facility",
                "facilityCode",
                "TH-01 99004 2004-07-08",
                "TH-02 99001 2025-07-01",
                "YT-01 99007 2025-07-01");
        arrived(
                "observation",
                "facilityCode",
                "TM1 99001 2004-07-08",
                "TM1 99001 2025-07-01",
                "TM2 99007 2025-07-01",
                "TM2 99007 2025-07-01");
        arrived(
                "organization",
                "organCode",
                "H97 97 2004-07-08",
                "H97.40 990 2004-07-08",
                "H97.61 99001 2025-07-01",
                "H97.62 99007 2025-07-01");
        assertThat(stations.asked()).contains("/so-do-1.json", "/so-do-2.json");
    }

    private String push(String key, String fixture) throws Exception {
        return hub.post("/api/v1/ingest/" + REPORTS, key, Files.readString(tutorial.fixture("mau-phan-anh", fixture)))
                .body();
    }

    /** Each once: code, area, and the day from which that unit bore the code. */
    private void arrived(String type, String code, String... expected) {
        FeedReader reader = new FeedReader(hub, type);
        soon(() -> {
            reader.catchUp();
            assertThat(reader.events())
                    .filteredOn(event -> event.path("tenant").asText().equals("tinh-mau"))
                    .map(event -> event.path("data").path(code).asText() + " "
                            + event.path("area").asText() + " "
                            + event.path("areafrom").asText())
                    .containsExactlyInAnyOrder(expected);
        });
    }

    private void sourcesGo() throws IOException {
        tutorial.removeSources();
        soon(() -> {
            Set<String> left = new TreeSet<>();
            hub.json("/api/v1/sources").findValuesAsText("id").forEach(left::add);
            assertThat(left).contains("one-stop").doesNotContainAnyElementsOf(INSTANCES);
            // Refusals stay readable for a day; what ran is gone.
            for (JsonNode one : hub.json("/api/v1/deployments").path("deployments")) {
                assertThat(one.path("file").asText().startsWith("mau-")
                                && one.path("accepted").asBoolean())
                        .as("%s", one)
                        .isFalse();
            }
        });
        tutorial.removeAreas();
        soon(() -> assertThat(hub.get("/api/v1/areas/99001").statusCode()).isEqualTo(404));
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(assertion);
    }
}
