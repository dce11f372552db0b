package org.iochub.simulators.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;

/** A server on a free local port that can be told to misbehave, to go down and to come back on the same port. */
final class Site implements AutoCloseable {
    /** A request, as far as a simulator cares. */
    record Asked(String path, Map<String, String> query, Map<String, String> headers, String body) {}

    /** Makes the answer to a well-behaved request. */
    @FunctionalInterface
    interface Pages {
        Answer answer(Asked asked) throws IOException;
    }

    private record Mood(Misbehaviour misbehaviour, Predicate<Asked> at) {}

    private static final int MAX_REQUEST = 1 << 20;
    private static final int BOMB_BYTES = 100 << 20;

    private final Pages pages;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "simulated-site");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicLong requests = new AtomicLong();
    private final int port;
    private volatile Mood mood = new Mood(Misbehaviour.NONE, asked -> true);
    private volatile CountDownLatch released = new CountDownLatch(1);
    private volatile byte[] bomb = {};
    private HttpServer server;

    Site(Pages pages) {
        this.pages = pages;
        this.server = listen(0);
        this.port = server.getAddress().getPort();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    long requests() {
        return requests.get();
    }

    synchronized void down() {
        letGo();
        server.stop(0);
    }

    synchronized void up() {
        server = listen(port);
    }

    /** From now on, where {@code at} holds. Requests that hang are let go. */
    void misbehave(Misbehaviour misbehaviour, Predicate<Asked> at) {
        if (misbehaviour == Misbehaviour.GZIP_BOMB && bomb.length == 0) {
            bomb = packBomb();
        }
        mood = new Mood(misbehaviour, at);
        letGo();
    }

    @Override
    public synchronized void close() {
        letGo();
        server.stop(0);
        threads.shutdownNow();
    }

    private void letGo() {
        CountDownLatch waiting = released;
        released = new CountDownLatch(1);
        waiting.countDown();
    }

    private HttpServer listen(int on) {
        try {
            HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), on), 0);
            listening.setExecutor(threads);
            listening.createContext("/", this::handle);
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        Asked asked = asked(exchange);
        Mood now = mood;
        CountDownLatch wait = released;
        Misbehaviour how = now.at().test(asked) ? now.misbehaviour() : Misbehaviour.NONE;
        try (exchange) {
            switch (how) {
                case NONE -> send(exchange, pages.answer(asked));
                case HANG -> wait.await();
                case FAIL -> send(exchange, Answer.html(500, "Lỗi máy chủ"));
                case HTML -> send(exchange, Answer.html(200, "Đăng nhập"));
                case TRUNCATE -> {
                    Answer whole = pages.answer(asked);
                    byte[] half = Arrays.copyOf(whole.body(), whole.body().length / 2);
                    send(exchange, Answer.ok(whole.contentType(), half));
                }
                case BREAK_OFF -> breakOff(exchange, pages.answer(asked));
                case GZIP_BOMB -> sendBomb(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        boolean empty = answer.body().length == 0;
        exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.body().length);
        if (!empty) {
            exchange.getResponseBody().write(answer.body());
        }
    }

    private static void breakOff(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(200, answer.body().length);
        exchange.getResponseBody().write(answer.body(), 0, answer.body().length / 2);
        exchange.getResponseBody().flush();
        // Closing the exchange before its announced end closes the connection.
    }

    private void sendBomb(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, bomb.length);
        exchange.getResponseBody().write(bomb);
    }

    private static byte[] packBomb() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int sent = 0; sent < BOMB_BYTES; sent += blanks.length) {
                gzip.write(blanks);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static Asked asked(HttpExchange exchange) throws IOException {
        Map<String, String> query = new LinkedHashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
                } else {
                    query.put(decode(pair), "");
                }
            }
        }
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        String body = new String(exchange.getRequestBody().readNBytes(MAX_REQUEST), StandardCharsets.UTF_8);
        return new Asked(exchange.getRequestURI().getPath(), query, headers, body);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
