package org.iochub.simulators.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardServerTest {
    private static final URI HUB = URI.create("http://127.0.0.1:8181");

    @TempDir
    Path home;

    private BoardServer server;

    @BeforeEach
    void start() throws Exception {
        write("docs/consumers/board/index.html", "trang");
        write("docs/consumers/board/app/main.js", "// mã");
        write("docs/consumers/secret.txt", "bí mật");
        write("bundles/console/src/main/web/map/outlines.json", "{}");
        write("bundles/console/src/main/web/index.html", "console");
        server = new BoardServer(home, HUB, 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void write(String name, String content) throws Exception {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(server.url().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void servesTheBoardWithItsOutlinesAndTheHubsAddress() throws Exception {
        assertThat(get("/").body()).isEqualTo("trang");
        assertThat(get("/app/main.js").headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
        assertThat(get("/map/outlines.json").body()).isEqualTo("{}");
        assertThat(get("/board.json").body()).isEqualTo("{\"hub\":\"http://127.0.0.1:8181\"}");
        assertThat(get("/style/none.css").statusCode()).isEqualTo(404);
    }

    @Test
    void letsThePageAskItselfAndTheHubOnly() throws Exception {
        assertThat(get("/").headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "connect-src 'self' " + HUB + ";");
    }

    @Test
    void servesNothingBesideTheBoard() throws Exception {
        for (String path :
                new String[] {"/../secret.txt", "/app/../../secret.txt", "/map/../index.html/../../pom.xml"}) {
            assertThat(raw(path)).as(path).startsWith("HTTP/1.1 404");
        }
    }

    /** As a client would write it that does not tidy paths. */
    private String raw(String path) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.url().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET " + path + " HTTP/1.1\r\nHost: board\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
