package org.iochub.declarative.internal.fetch;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A real HTTP server on the loopback address, which answers as the test says and remembers what it was asked. */
public final class WebHost implements AutoCloseable {
    /** What was asked. */
    public record Asked(String method, String path, Map<String, String> query, Headers headers, String body) {
        public String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }

        public int number(String parameter, int byDefault) {
            return Integer.parseInt(query.getOrDefault(parameter, Integer.toString(byDefault)));
        }
    }

    /** What to answer. */
    public record Reply(int status, Map<String, String> headers, byte[] body) {
        public static Reply json(String text) {
            return new Reply(200, Map.of("Content-Type", "application/json"), text.getBytes(StandardCharsets.UTF_8));
        }

        public static Reply xml(String text) {
            return new Reply(200, Map.of("Content-Type", "text/xml"), text.getBytes(StandardCharsets.UTF_8));
        }

        public static Reply status(int status) {
            return new Reply(status, Map.of(), new byte[0]);
        }

        public Reply with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Reply(status, more, body);
        }

        public Reply as(int other) {
            return new Reply(other, headers, body);
        }
    }

    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private final int port;
    private volatile Function<Asked, Reply> answers;
    private HttpServer server;
    private ExecutorService threads;

    public WebHost(Function<Asked, Reply> answers) {
        this.answers = answers;
        this.port = open(0);
    }

    private int open(int wanted) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public void answer(Function<Asked, Reply> other) {
        answers = other;
    }

    public List<Asked> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    public void down() {
        server.stop(0);
        threads.shutdownNow();
    }

    public void up() {
        open(port);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Asked now = new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query(exchange.getRequestURI().getRawQuery()),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        asked.add(now);
        Reply reply = answers.apply(now);
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        boolean empty = reply.body().length == 0;
        exchange.sendResponseHeaders(reply.status(), empty ? -1 : reply.body().length);
        if (!empty) {
            exchange.getResponseBody().write(reply.body());
        }
        exchange.close();
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    @Override
    public void close() {
        down();
    }
}
