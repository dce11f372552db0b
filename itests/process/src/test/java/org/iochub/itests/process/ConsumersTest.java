package org.iochub.itests.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs that {@code docs/consumers} offers as examples do what it says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsumersTest {
    private static final int PER_MESSAGE = 7;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Path folder;
    private HubProcess hub;
    private String readKey;
    private String pushKey;
    private int pushed;

    @BeforeAll
    void start(@TempDir Path own) throws Exception {
        folder = own;
        hub = new HubProcess(folder.resolve("hub"));
        hub.start();
        hub.configure("tenant-quang-ngai", "name.vi = Quảng Ngãi", "name.en = Quang Ngai", "areas = 51");
        hub.configure("source-one-stop", "adapter = dossiers", "tenant = quang-ngai", "applicantKinds = citizen1");
        await().atMost(Duration.ofSeconds(60)).until(() -> hub.state("one-stop").equals("running"));
        pushKey = hub.makeKey("{\"name\":\"pusher\",\"push\":[\"one-stop\"]}");
        readKey = hub.makeKey("{\"name\":\"reader\",\"read\":true,\"types\":[\"dossier\"]}");
        push();
        push();
    }

    @AfterAll
    void stop() throws Exception {
        hub.close();
    }

    private void push() throws Exception {
        assertThat(hub.post("/api/v1/ingest/one-stop", pushKey, DossierPusher.body(1, pushed++))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash follow.sh", "java Follow.java", "python3 follow.py", "node follow.mjs"})
    void readsTheStateThenWhatChangesAndNothingTwice(String program) throws Exception {
        assumeTrue(isThere(program.split(" ")[0]), "not on this machine: " + program);
        Path place = Files.createTempDirectory(folder, "reader").resolve("cursor.txt");

        assertThat(ids(run(program, place, readKey)))
                .hasSize(PER_MESSAGE * pushed)
                .doesNotHaveDuplicates();
        push();
        assertThat(ids(run(program, place, readKey))).hasSize(PER_MESSAGE).doesNotHaveDuplicates();
        assertThat(ids(run(program, place, readKey))).isEmpty();
    }

    private static boolean isThere(String program) throws Exception {
        Process which = new ProcessBuilder("bash", "-c", "command -v " + program).start();
        return which.waitFor(30, TimeUnit.SECONDS) && which.exitValue() == 0;
    }

    private List<String> run(String program, Path place, String key) throws Exception {
        Path out = Files.createTempFile(folder, "reader", ".out");
        Path err = Files.createTempFile(folder, "reader", ".err");
        ProcessBuilder builder = new ProcessBuilder(program.split(" "));
        builder.directory(Path.of(System.getProperty("hub.command"))
                .getParent()
                .resolve("docs/consumers")
                .toFile());
        builder.environment()
                .putAll(Map.of(
                        "HUB_URL",
                        hub.url("").toString(),
                        "HUB_KEY",
                        key,
                        "TYPE",
                        "dossier",
                        "WAIT",
                        "1",
                        "ONCE",
                        "1",
                        "CURSOR_FILE",
                        place.toString()));
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
        return Files.readAllLines(out);
    }

    private static List<String> ids(List<String> events) throws Exception {
        List<String> ids = new ArrayList<>();
        for (String event : events) {
            ids.add(JSON.readTree(event).path("id").asText());
        }
        return ids;
    }
}
