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
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New versions of adapters run beside the old ones of a live hub, write nothing, and are promoted or dropped. */
class ShadowTest {
    private static final String SHADOWS = "/api/v1/shadows";

    @TempDir
    Path folder;

    private HubProcess hub;
    private String key;

    @BeforeEach
    void start() throws Exception {
        hub = new HubProcess(folder.resolve("hub"));
        hub.start();
        hub.configure("tenant-quang-ngai", "name.vi = Quảng Ngãi", "name.en = Quang Ngai", "areas = 51");
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
    }

    private void push(String source, String body) throws Exception {
        assertThat(hub.post("/api/v1/ingest/" + source, key, body).statusCode()).isEqualTo(200);
    }

    private JsonNode shadow(String file) throws Exception {
        return hub.json(SHADOWS + "/" + file);
    }

    private void awaitMessages(String file, int messages) {
        soon(() -> assertThat(shadow(file).path("figures").path("messages").asInt())
                .isEqualTo(messages));
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(90))
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(assertion);
    }

    @Test
    void aDeclarativeCandidateIsComparedExactlyOverARestartAndPromoted() throws Exception {
        Path old = Files.writeString(folder.resolve("tram-mau.yaml"), Stations.source("1.0.0", "T: station", "ten"));
        hub.drop(old);
        soon(() -> assertThat(hub.state("tram-mau")).isEqualTo("running"));
        key = hub.makeKey("{\"name\":\"tram\",\"push\":[\"tram-mau\"]}");
        push("tram-mau", Stations.line("A", "T") + Stations.line("B", "T"));
        push("tram-mau", Stations.line("C", "T") + Stations.line("D", "C"));
        FeedReader feed = new FeedReader(hub, "facility");
        feed.catchUp();
        assertThat(feed.events()).hasSize(3);
        String since = hub.json("/api/v1/sources/tram-mau").path("since").asText();

        HttpResponse<String> begun = hub.post(
                SHADOWS + "?file=tram-mau-moi.yaml&since=2026-01-01T00:00:00Z",
                HubProcess.ADMIN_KEY,
                Stations.source("1.1.0", "T: station, C: camera", "upper(ten)"));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        assertThat(begun.body()).contains("\"deployedAs\":\"tram-mau.yaml\"").doesNotContain("obstacle");
        awaitMessages("tram-mau-moi.yaml", 2);
        JsonNode figures = shadow("tram-mau-moi.yaml").path("figures");
        assertThat(figures.path("changed").asInt()).isEqualTo(3);
        assertThat(figures.path("refusedOld").asInt()).isEqualTo(1);
        assertThat(figures.path("records").asInt()).isEqualTo(4);
        JsonNode example = hub.json(SHADOWS + "/tram-mau-moi.yaml/differences?kind=changed&field=facility.name")
                .path("differences")
                .path(0)
                .path("fields")
                .path(0);
        assertThat(example.path("before").asText()).isEqualTo("trạm A");
        assertThat(example.path("after").asText()).isEqualTo("TRẠM A");

        hub.kill();
        hub.start();
        soon(() -> assertThat(hub.state("tram-mau")).isEqualTo("running"));
        push("tram-mau", Stations.line("E", "T"));
        awaitMessages("tram-mau-moi.yaml", 3);
        assertThat(shadow("tram-mau-moi.yaml").path("figures").path("changed").asInt())
                .isEqualTo(4);
        feed.catchUp();
        assertThat(feed.events())
                .map(event -> event.path("data").path("name").asText())
                .as("of the running version only")
                .containsExactly("trạm A", "trạm B", "trạm C", "trạm E");
        assertThat(hub.json("/api/v1/sources/tram-mau").path("since").asText()).isGreaterThan(since);

        HubProcess.Ended promoted = hub.command("shell", "hub:shadow promote tram-mau-moi.yaml --json");
        assertThat(promoted.status()).as(promoted.out()).isZero();
        assertThat(new ObjectMapper().readTree(promoted.out()).path("accepted").asBoolean())
                .isTrue();
        assertThat(promoted.out()).contains("hub:renormalise");
        soon(() -> assertThat(hub.json("/api/v1/sources/tram-mau")
                        .path("adapterVersion")
                        .asText())
                .isEqualTo("1.1.0"));
        soon(() -> assertThat(hub.state("tram-mau")).isEqualTo("running"));
        push("tram-mau", Stations.line("F", "C"));
        feed.catchUp();
        assertThat(feed.events().get(4).path("data").path("name").asText()).isEqualTo("TRẠM F");
        assertThatNothingIsLeft();
        assertThat(hub.json("/api/v1/audit?limit=100").toString()).contains("shadow", "tram-mau-moi.yaml");
    }

    @Test
    void bundlesOfALivePushSourceAreComparedBrokenOffAndDropped() throws Exception {
        hub.configure("source-one-stop", "adapter = dossiers", "tenant = quang-ngai", "applicantKinds = citizen1");
        soon(() -> assertThat(hub.state("one-stop")).isEqualTo("running"));
        key = hub.makeKey("{\"name\":\"pusher\",\"push\":[\"one-stop\"]}");
        Path installation = installation();
        Path silent =
                TwinJar.build(folder, "silent.jar", installation, TwinJar.Twin.ofDossiers("return Stream.empty();"));
        Path hanging = TwinJar.build(
                folder,
                "hanging.jar",
                installation,
                TwinJar.Twin.ofDossiers(
                        // Nobody ever counts it down.
                        "try { new java.util.concurrent.CountDownLatch(1).await(); } catch (InterruptedException e) {"
                                + " throw new IllegalStateException(e); } return Stream.empty();"));
        assertThat(hub.command("shell", "hub:shadow start " + silent).out()).contains("one-stop");
        HubProcess.Ended started = hub.command("shell", "hub:shadow start " + hanging + " --json");
        assertThat(started.status()).as(started.out()).isZero();
        JsonNode begun = new ObjectMapper().readTree(started.out());
        assertThat(begun.path("obstacle").path("en").asText()).contains("belongs to bundle");

        for (int message = 0; message < 3; message++) {
            push("one-stop", DossierPusher.body(1, message));
        }
        awaitMessages("silent.jar", 3);
        JsonNode silentShadow = shadow("silent.jar");
        assertThat(silentShadow.path("figures").path("onlyOld").asInt()).isEqualTo(21);
        assertThat(silentShadow.path("figures").path("same").asInt()).isZero();
        assertThat(silentShadow.path("instances").path(0).path("settings").toString())
                .contains("applicantKinds");
        soon(() -> assertThat(shadow("hanging.jar").path("state").asText()).isEqualTo("stopped"));
        push("one-stop", DossierPusher.body(1, 3));
        FeedReader feed = new FeedReader(hub, "dossier");
        feed.catchUp();
        assertThat(feed.events()).hasSize(28);
        JsonNode source = hub.json("/api/v1/sources/one-stop");
        assertThat(source.path("state").asText()).isEqualTo("running");
        assertThat(source.toString()).doesNotContain("NOT TO BE SEEN");
        assertThat(source.path("adapterVersion").asText()).isNotEqualTo("9.0.0");

        HttpResponse<String> refused = hub.post(SHADOWS + "/silent.jar/promote", HubProcess.ADMIN_KEY, "");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(hub.data().resolve("deploy/silent.jar")).doesNotExist();
        for (String file : List.of("silent.jar", "hanging.jar")) {
            HttpResponse<String> dropped = hub.post(SHADOWS + "/" + file + "/drop", HubProcess.ADMIN_KEY, "");
            assertThat(dropped.statusCode()).as(dropped.body()).isEqualTo(200);
        }
        assertThatNothingIsLeft();
        assertThat(hub.command("shell", "bundle:list -s").out()).doesNotContain("org.example.twin");
        assertThat(hub.logLines().stream().filter(line -> line.contains("| ERROR |")))
                .isEmpty();
    }

    /** Each line is a school. */
    private static TwinJar.Twin schools(String version, String name) {
        return new TwinJar.Twin("truong-mau", "FACILITY", version, """
                return new String(message.open().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                        .lines().<Change>map(line -> new Change.Upsert<>(RecordTypes.FACILITY,
                                org.iochub.model.record.FacilityBuilder.builder().facilityCode(line)
                                        .kind(org.iochub.model.code.FacilityKind.SCHOOL).name(NAME)
                                        .updatedAt(message.receivedAt()).build(),
                                java.util.Optional.empty(), org.iochub.model.VersionKey.arrival(),
                                RawPart.of(line, line)));""".replace("NAME", name));
    }

    @Test
    void aDroppedBundleGivesWayToItsPromotedCandidate() throws Exception {
        Path installation = installation();
        hub.drop(TwinJar.build(folder, "truong-mau.jar", installation, schools("1.0.0", "line")));
        hub.configure("source-truong", "adapter = truong-mau", "tenant = quang-ngai");
        soon(() -> assertThat(hub.state("truong")).isEqualTo("running"));
        key = hub.makeKey("{\"name\":\"truong\",\"push\":[\"truong\"]}");
        push("truong", "A\nB\n");

        Path candidate = TwinJar.build(folder, "truong-mau-moi.jar", installation, schools("1.1.0", "line + \" mới\""));
        HubProcess.Ended started = hub.command("shell", "hub:shadow start " + candidate + " --json");
        assertThat(started.status()).as(started.out()).isZero();
        push("truong", "C\n");
        awaitMessages("truong-mau-moi.jar", 1);
        assertThat(shadow("truong-mau-moi.jar").path("figures").path("changed").asInt())
                .isEqualTo(1);

        HttpResponse<String> promoted = hub.post(SHADOWS + "/truong-mau-moi.jar/promote", HubProcess.ADMIN_KEY, "");
        assertThat(promoted.statusCode()).as(promoted.body()).isEqualTo(200);
        soon(() -> assertThat(hub.json("/api/v1/sources/truong")
                        .path("adapterVersion")
                        .asText())
                .isEqualTo("1.1.0"));
        soon(() -> assertThat(hub.state("truong")).isEqualTo("running"));
        push("truong", "D\n");
        FeedReader feed = new FeedReader(hub, "facility");
        feed.catchUp();
        assertThat(feed.events())
                .map(event -> event.path("data").path("name").asText())
                .as("each once, of the version that ran")
                .containsExactly("A", "B", "C", "D mới");
        assertThatNothingIsLeft();
    }

    private void assertThatNothingIsLeft() throws Exception {
        assertThat(hub.json(SHADOWS).path("shadows")).isEmpty();
        for (String place : List.of("shadow", "data/shadow")) {
            try (Stream<Path> files = Files.list(hub.data().resolve(place))) {
                assertThat(files).isEmpty();
            }
        }
    }

    private static Path installation() throws IOException {
        try (Stream<Path> unpacked = Files.list(Path.of(System.getProperty("hub.installation")))) {
            return unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }
}
