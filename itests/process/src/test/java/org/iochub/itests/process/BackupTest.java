package org.iochub.itests.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A working hub is saved, dies, and comes up elsewhere: its readers, keys, sources and adapters go on. */
class BackupTest {
    private static final Pattern SNAPSHOT = Pattern.compile("<([^>]+)>;\\s*rel=\"snapshot\"");

    @TempDir
    Path folder;

    @Test
    void readersGoOnWithTheirCursorsAtTheRestoredHub() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        Path file = folder.resolve("hub backup.zip");
        try (HubProcess hub = new HubProcess(folder.resolve("one"));
                HubProcess other = new HubProcess(folder.resolve("two"))) {
            hub.start();
            hub.configure("tenant-quang-ngai", "name.vi = Quảng Ngãi", "name.en = Quang Ngai", "areas = 51");
            hub.configure("source-one-stop", "adapter = dossiers", "tenant = quang-ngai", "applicantKinds = citizen1");
            awaitRunning(hub);
            hub.drop(Path.of(System.getProperty("hub.dropped"), "online-media.jar"));
            awaitAccepted(hub);
            String pushKey = hub.makeKey("{\"name\":\"pusher\",\"push\":[\"one-stop\"]}");
            DossierPusher pusher = new DossierPusher(hub, pushKey, 1, acknowledged);
            Thread pushing = new Thread(pusher, "pusher");
            pushing.start();
            awaitMore(acknowledged);
            FeedReader within = new FeedReader(hub, "dossier");
            within.catchUp();
            Set<String> before = Set.copyOf(acknowledged);

            HubProcess.Ended backup = hub.command("backup", file.toString());

            assertThat(backup.status()).as(backup.out()).isZero();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(hub.command("backup", file.toString()).status()).isNotZero();
            awaitMore(acknowledged);
            FeedReader past = within.movedTo(hub);
            past.catchUp();
            pusher.stop();
            pushing.join(30_000);
            hub.kill();

            refusesAFlippedByte(other, file);
            HubProcess.Ended restore = other.command("restore", file.toString());
            assertThat(restore.status()).as(restore.out()).isZero();
            assertThat(other.command("restore", file.toString()).out()).contains("--confirm");
            other.start();
            awaitRunning(other);
            awaitAccepted(other);
            assertThat(other.data().resolve("hub.id"))
                    .hasSameTextualContentAs(hub.data().resolve("hub.id"));

            HttpResponse<String> gone = past.movedTo(other).ask();
            assertThat(gone.statusCode()).as(gone.body()).isEqualTo(410);
            Matcher snapshot = SNAPSHOT.matcher(String.join(", ", gone.headers().allValues("Link")));
            assertThat(snapshot.find()).isTrue();
            assertThat(other.get(URI.create(snapshot.group(1))).statusCode()).isEqualTo(200);

            FeedReader goesOn = within.movedTo(other);
            goesOn.catchUp();
            DossierPusher again = new DossierPusher(other, pushKey, 2, acknowledged);
            Thread pushingAgain = new Thread(again, "pusher-again");
            pushingAgain.start();
            awaitMore(acknowledged);
            again.stop();
            pushingAgain.join(30_000);
            goesOn.catchUp();
            FeedReader fromTheStart = new FeedReader(other, "dossier");
            fromTheStart.catchUp();
            assertThat(ids(goesOn)).isEqualTo(ids(fromTheStart)).doesNotHaveDuplicates();
            assertThat(codes(goesOn)).containsAll(before);
            assertThat(other.json("/api/v1/audit?action=restore").toString()).contains("hub backup.zip");
        }
    }

    private void refusesAFlippedByte(HubProcess hub, Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Path bad = Files.write(folder.resolve("bad.zip"), bytes);
        HubProcess.Ended refused = hub.command("restore", bad.toString());
        assertThat(refused.status()).isNotZero();
        assertThat(refused.out()).contains("was altered or damaged");
        assertThat(hub.data().resolve("etc")).doesNotExist();
    }

    private static List<String> ids(FeedReader reader) {
        return reader.events().stream().map(event -> event.path("id").asText()).toList();
    }

    private static Set<String> codes(FeedReader reader) {
        Set<String> codes = new HashSet<>();
        for (JsonNode event : reader.events()) {
            codes.add(event.path("data").path("dossierCode").asText());
        }
        return codes;
    }

    private static void awaitMore(Set<String> acknowledged) {
        int before = acknowledged.size();
        await().atMost(Duration.ofSeconds(90)).until(() -> acknowledged.size() > before + 60);
    }

    private static void awaitRunning(HubProcess hub) {
        await().atMost(Duration.ofSeconds(90)).until(() -> hub.state("one-stop").equals("running"));
    }

    private static void awaitAccepted(HubProcess hub) {
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(hub.json("/api/v1/deployments").toString())
                        .contains("online-media.jar", "\"accepted\":true"));
    }
}
