package org.iochub.itests;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A news site with one feed of two made-up items. */
final class MediaServer implements AutoCloseable {
    private static final String FEED = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0"><channel><title>Báo thử nghiệm</title><link>http://127.0.0.1/</link>
            <description>Tin thử</description>
            <item><title>Tin thứ nhất</title><link>http://127.0.0.1/1</link><guid>tin-1</guid>
            <pubDate>Mon, 02 Mar 2026 08:00:00 +0700</pubDate><description>Một</description></item>
            <item><title>Tin thứ hai</title><link>http://127.0.0.1/2</link><guid>tin-2</guid>
            <pubDate>Mon, 02 Mar 2026 09:00:00 +0700</pubDate><description>Hai</description></item>
            </channel></rss>
            """;

    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();

    MediaServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/rss", exchange -> {
            requests.incrementAndGet();
            byte[] body = FEED.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/rss+xml; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/rss";
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
