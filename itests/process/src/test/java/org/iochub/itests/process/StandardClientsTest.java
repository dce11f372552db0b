package org.iochub.itests.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.tools.ws.wscompile.WsimportTool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The faces of published standards, on the shipped hub; SOAP with a client that is not the hub's own library. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandardClientsTest {

    private Path folder;
    private DossierHub hub;

    @BeforeAll
    void start(@TempDir Path own) throws Exception {
        folder = own;
        hub = new DossierHub(folder.resolve("hub"));
    }

    @AfterAll
    void stop() throws Exception {
        hub.close();
    }

    @Test
    void classesMadeOfTheDescriptionReadTheFeedAndNothingTwice() throws Exception {
        Path classes = client();
        Path place = folder.resolve("cursor.txt");
        assertThat(run(classes, place, hub.readKey))
                .hasSize(hub.records())
                .doesNotHaveDuplicates()
                .allMatch(line -> line.startsWith("upsert dossier ") && line.split(" ").length == 4);
        hub.push();
        assertThat(run(classes, place, hub.readKey)).hasSize(DossierHub.PER_MESSAGE);
        assertThat(run(classes, place, hub.readKey)).isEmpty();
        assertThat(run(classes, folder.resolve("none.txt"), "wrong"))
                .singleElement()
                .asString()
                .startsWith("unauthorized: ");
    }

    /** As the description's reader would: generate, compile with the example. */
    private Path client() throws Exception {
        Path sources = Files.createDirectories(folder.resolve("generated"));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        boolean made = new WsimportTool(said).run(new String[] {
            "-Xnocompile",
            "-p",
            "vn.ioc.feed",
            "-s",
            sources.toString(),
            hub.process.url("/soap/feed?wsdl").toString()
        });
        String words = said.toString(StandardCharsets.UTF_8);
        assertThat(made).as(words).isTrue();
        assertThat(words).doesNotContain("[WARNING]", "[ERROR]");

        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-cp", classPath()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        arguments.add(docs().resolve("soap/FollowSoap.java").toString());
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, complaints, complaints, arguments.toArray(String[]::new));
        assertThat(status).as(complaints.toString(StandardCharsets.UTF_8)).isZero();
        return classes;
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static Path docs() {
        return Path.of(System.getProperty("hub.command")).getParent().resolve("docs/consumers");
    }

    private List<String> run(Path classes, Path place, String key) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "soap", ".out");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes + ":" + classPath(),
                "-Dfile.encoding=UTF-8",
                "FollowSoap");
        builder.environment()
                .putAll(Map.of(
                        "HUB_URL",
                        hub.process.url("").toString(),
                        "HUB_KEY",
                        key,
                        "TYPE",
                        "dossier",
                        "CURSOR_FILE",
                        place.toString()));
        Process process =
                builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the SOAP client did not end:\n" + Files.readString(out));
        }
        return Files.readAllLines(out);
    }

    @Test
    void entitiesOfNgsiLd() throws Exception {
        JsonNode types = hub.process.json("/ngsi-ld/v1/types");
        assertThat(types.path("typeList").toString()).contains("\"Dossier\"", "\"KeyPerformanceIndicator\"");
        JsonNode page = hub.process.json("/ngsi-ld/v1/entities?type=Dossier&limit=3&count=true&options=keyValues");
        assertThat(page).hasSize(3);
        assertThat(page.path(0).path("dossierCode").asText()).isNotEmpty();
        JsonNode one = hub.process.json(
                "/ngsi-ld/v1/entities/" + page.path(0).path("id").asText());
        assertThat(one.at("/status/type").asText()).isEqualTo("Property");
    }

    @Test
    void serviceRequestsOfGeoReport() throws Exception {
        assertThat(hub.process.json("/open311/v2/services.json").isArray()).isTrue();
        assertThat(hub.process.json("/open311/v2/requests.json").isArray()).isTrue();
        assertThat(hub.process.get("/open311/v2/discovery.xml").body())
                .contains(hub.process.url("/open311/v2").toString());
    }
}
