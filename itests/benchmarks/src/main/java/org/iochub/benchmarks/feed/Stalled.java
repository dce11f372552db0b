package org.iochub.benchmarks.feed;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.core.access.PersonalLevel;

/** Event streams that are asked for, each from another place in a long log, and never read: what they hold of memory. */
final class Stalled {
    private static final int READERS = 2_500;
    private static final int PLACES = 250;
    private static final int RECEIVE_BUFFER = 4 << 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern NEXT = Pattern.compile("<([^>]*[?&]after=([^&>]*)[^>]*)>; rel=\"next\"");

    private final ServedHub hub;
    private final PrintStream out;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Stalled(ServedHub hub, PrintStream out) {
        this.hub = hub;
        this.out = out;
    }

    void run(int records) throws Exception {
        String key = hub.key(PersonalLevel.FULL);
        List<String> places = places(key, Math.max(1, records / PLACES));
        long before = heap();
        List<SocketChannel> streams = new ArrayList<>();
        try {
            for (int i = 0; i < READERS; i++) {
                streams.add(stalled(key, places.get(i % places.size())));
            }
            long after = settled();
            long start = System.nanoTime();
            int status =
                    get(key, "/api/v1/feeds/" + ServedHub.TYPE + "?limit=500").statusCode();
            double seconds = (System.nanoTime() - start) / 1e9;
            long served = 0;
            for (SocketChannel stream : streams) {
                served += served(stream) ? 1 : 0;
            }
            out.printf(
                    "stalled: %,d event streams (%,d of them served) from %,d places that nobody reads hold %.0f MiB of heap, %.0f KiB each; another reader's page: status %d in %.3f s%n",
                    READERS,
                    served,
                    places.size(),
                    (after - before) / 1048576.0,
                    (after - before) / 1024.0 / READERS,
                    status,
                    seconds);
        } finally {
            for (SocketChannel stream : streams) {
                stream.close();
            }
        }
    }

    private List<String> places(String key, int step) throws Exception {
        List<String> places = new ArrayList<>();
        String address = "/api/v1/feeds/" + ServedHub.TYPE + "?limit=" + Math.min(step, 10_000);
        while (places.size() < PLACES - 1) {
            HttpResponse<byte[]> page = get(key, address);
            Matcher next = NEXT.matcher(page.headers().firstValue("Link").orElse(""));
            if (!next.find()) {
                throw new IOException("no next page at " + address + ": " + page.statusCode());
            }
            places.add(next.group(2));
            address = URI.create(next.group(1)).getRawPath() + "?"
                    + URI.create(next.group(1)).getRawQuery();
        }
        return places;
    }

    private HttpResponse<byte[]> get(String key, String address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(hub.url().resolve(address))
                        .header("Authorization", "Bearer " + key)
                        .timeout(PATIENCE)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private SocketChannel stalled(String key, String place) throws IOException {
        URI url = hub.url();
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
        channel.connect(new InetSocketAddress(url.getHost(), url.getPort()));
        channel.write(ByteBuffer.wrap(("GET /api/v1/feeds/" + ServedHub.TYPE + "/events?after=" + place
                        + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\nAuthorization: Bearer " + key
                        + "\r\nAccept: text/event-stream\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static boolean served(SocketChannel stream) throws IOException {
        stream.configureBlocking(false);
        ByteBuffer begin = ByteBuffer.allocate("HTTP/1.1 200".length());
        stream.read(begin);
        return "HTTP/1.1 200".equals(new String(begin.array(), StandardCharsets.US_ASCII));
    }

    /** The heap once it grows no more. */
    private static long settled() throws InterruptedException {
        long last = 0;
        long now = heap();
        while (now > last * 1.02) {
            Thread.sleep(2_000);
            last = now;
            now = heap();
        }
        return now;
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
