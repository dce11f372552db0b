package org.iochub.simulators.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the example board ({@code docs/consumers/board}) as somebody outside the hub would: files, and the hub's address.
 * Its policy lets the page ask itself and that hub, nobody else. Listens on this machine only.
 */
public final class BoardServer implements AutoCloseable {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "woff2", "font/woff2");

    /** The board's fonts and outlines are the console's. */
    private static final List<String> OF_CONSOLE = List.of("font", "map");

    private final Path board;
    private final Path console;
    private final URI hub;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4, task -> {
        Thread thread = new Thread(task, "board");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param home the clone's folder
     * @param port 0 for a free one
     */
    public BoardServer(Path home, URI hub, int port) throws IOException {
        this.board = home.resolve("docs/consumers/board").normalize();
        this.console = home.resolve("bundles/console/src/main/web").normalize();
        this.hub = hub;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The board's own address: the origin that the hub has to allow. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Where to look, with a key in the fragment, which no browser sends to any server. */
    public URI url(String key, String area) {
        return url().resolve("/#key=" + key + "&area=" + area);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<byte[]> content = content(exchange.getRequestURI().getPath());
            if (content.isEmpty() || !exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(content.isEmpty() ? 404 : 405, -1);
                return;
            }
            exchange.getResponseHeaders()
                    .set("Content-Type", type(exchange.getRequestURI().getPath()));
            exchange.getResponseHeaders()
                    .set(
                            "Content-Security-Policy",
                            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
                                    + "connect-src 'self' " + hub
                                    + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.getResponseHeaders().set("Cache-Control", "no-cache");
            exchange.sendResponseHeaders(200, content.get().length);
            exchange.getResponseBody().write(content.get());
        }
    }

    private Optional<byte[]> content(String path) throws IOException {
        if (path.equals("/board.json")) {
            return Optional.of(("{\"hub\":\"" + hub + "\"}").getBytes(StandardCharsets.UTF_8));
        }
        String name = path.endsWith("/") ? path.substring(1) + "index.html" : path.substring(1);
        Path root = OF_CONSOLE.contains(name.split("/", 2)[0]) ? console : board;
        Path file = root.resolve(name).normalize();
        return file.startsWith(root) && Files.isRegularFile(file)
                ? Optional.of(Files.readAllBytes(file))
                : Optional.empty();
    }

    private static String type(String path) {
        String end = path.endsWith("/") ? "html" : path.substring(path.lastIndexOf('.') + 1);
        return TYPES.getOrDefault(end, "application/octet-stream");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
