package org.iochub.delivery.internal.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;

/** Somebody's web server that takes deliveries, as the test says. */
public final class Receiver implements AutoCloseable {
    /** What it answers; a negative status never. */
    public record Answer(int status, Map<String, String> headers, byte[] body) {
        public static Answer of(int status, String... headers) {
            Map<String, String> all = new TreeMap<>();
            for (int i = 0; i < headers.length; i += 2) {
                all.put(headers[i], headers[i + 1]);
            }
            return new Answer(status, all, new byte[0]);
        }

        public static Answer never() {
            return of(-1);
        }
    }

    public static final Answer AGREES = Answer.of(200, "WebHook-Allowed-Origin", "*", "WebHook-Allowed-Rate", "*");

    public final List<Received> asked = new CopyOnWriteArrayList<>();
    public final List<Received> received = new CopyOnWriteArrayList<>();
    /** Server names that were asked for when TLS began. */
    public final Set<String> askedFor = ConcurrentHashMap.newKeySet();

    public volatile Answer handshake = AGREES;
    public volatile Function<Received, Answer> answer = delivery -> Answer.of(200);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    public Receiver() throws IOException {
        this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    /** One that speaks TLS. */
    public static Receiver secure(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new Receiver(server);
    }

    private Receiver(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + port() + "/hub";
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Events in the order in which they were acknowledged, as the codes in their texts. */
    public List<String> codes() {
        return received.stream().flatMap(each -> each.codes().stream()).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        if (exchange instanceof HttpsExchange secure && secure.getSSLSession() instanceof ExtendedSSLSession session) {
            session.getRequestedServerNames().forEach(name -> askedFor.add(new String(name.getEncoded(), US_ASCII)));
        }
        Received request = new Received(
                exchange.getRequestMethod(), headers, exchange.getRequestBody().readAllBytes());
        boolean asks = request.method().equals("OPTIONS");
        Answer given = asks ? handshake : answer.apply(request);
        (asks ? asked : received).add(request);
        if (given.status() < 0) {
            return;
        }
        given.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(given.status(), given.body().length == 0 ? -1 : given.body().length);
        try (exchange) {
            exchange.getResponseBody().write(given.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
