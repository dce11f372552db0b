package org.iochub.simulators.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Whether the board is served, and the hub lets a page of its origin read with the board's key. */
final class BoardCheck {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final List<String> FILES =
            List.of("/", "/app/main.js", "/style/board.css", "/map/outlines.json", "/font/vietnamese-400.woff2");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI board;
    private final URI hub;
    private final String key;

    BoardCheck(URI board, URI hub, String key) {
        this.board = board;
        this.hub = hub;
        this.key = key;
    }

    /** Says what is missing, if something is. */
    boolean passes(PrintStream out) throws IOException, InterruptedException {
        for (String file : FILES) {
            int status = send(HttpRequest.newBuilder(board.resolve(file))).statusCode();
            if (status != 200) {
                out.println("Bảng điều hành thiếu tệp / the board lacks a file: " + board.resolve(file) + " (" + status
                        + ")");
                return false;
            }
        }
        HttpResponse<Void> answer = send(HttpRequest.newBuilder(hub.resolve("/api/v1/records/all?limit=1"))
                .header("Authorization", "Bearer " + key)
                .header("Origin", board.toString()));
        boolean allowed = answer.headers()
                .firstValue("Access-Control-Allow-Origin")
                .filter(origin -> origin.equals(board.toString()) || origin.equals("*"))
                .isPresent();
        if (answer.statusCode() != 200 || !allowed) {
            out.println("Hub không cho bảng điều hành đọc; thêm " + board
                    + " vào HUB_CORS_ORIGINS. / The hub does not let the board read; add " + board
                    + " to HUB_CORS_ORIGINS. (" + answer.statusCode() + ")");
            return false;
        }
        return true;
    }

    private HttpResponse<Void> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.discarding());
    }
}
