package org.iochub.benchmarks.feed;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Many readers of event streams, on one thread: notes when each of them got which position of the log. */
final class SseCrowd implements AutoCloseable {
    private static final byte[] SEQUENCE = "\"sequence\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGITS = 20;
    private static final int BEGIN = 600;
    private static final int PATIENCE_SECONDS = 60;

    private final Selector selector = Selector.open();
    private final List<Reader> readers = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(256 * 1024);
    private final Thread thread = new Thread(this::run, "crowd");
    private long[] positions = new long[1 << 16];
    private long[] micros = new long[1 << 16];
    private volatile int received;
    private volatile boolean stopped;
    private volatile String failure = "";

    SseCrowd(URI hub, String key, int size) throws IOException {
        byte[] request = ("GET /api/v1/feeds/" + ServedHub.TYPE + "/events HTTP/1.1\r\nHost: " + hub.getAuthority()
                        + "\r\nAuthorization: Bearer " + key + "\r\nAccept: text/event-stream\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < size; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(hub.getHost(), hub.getPort()));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.write(ByteBuffer.wrap(request));
            channel.configureBlocking(false);
            Reader reader = new Reader();
            readers.add(reader);
            channel.register(selector, SelectionKey.OP_READ, reader);
        }
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!stopped) {
                selector.select(100);
                for (SelectionKey key : selector.selectedKeys()) {
                    read((SocketChannel) key.channel(), (Reader) key.attachment());
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException e) {
            failure = e.toString();
        }
    }

    private void read(SocketChannel channel, Reader reader) throws IOException {
        buffer.clear();
        int count = channel.read(buffer);
        if (count < 0) {
            throw new IOException("a stream ended after " + reader.count + " events; it began with: " + reader.begin);
        }
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        reader.take(buffer.array(), count, now);
    }

    private void note(long position, long at) {
        int n = received;
        if (n == positions.length) {
            positions = Arrays.copyOf(positions, n * 2);
            micros = Arrays.copyOf(micros, n * 2);
        }
        positions[n] = position;
        micros[n] = at;
        received = n + 1;
    }

    /** Waits until every reader got so many events. */
    void await(int each) throws InterruptedException, IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (readers.stream().anyMatch(reader -> reader.count < each)) {
            if (!failure.isEmpty() || System.nanoTime() > end) {
                throw new IOException("readers got too little, the last of them "
                        + readers.stream()
                                .mapToInt(reader -> reader.count)
                                .min()
                                .orElse(0) + " of " + each + " events; "
                        + failure);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    int received() {
        return received;
    }

    long position(int n) {
        return positions[n];
    }

    /** When the n-th event of all came, in microseconds since 1970. */
    long micros(int n) {
        return micros[n];
    }

    /** Events that came twice or out of order. */
    long disorder() {
        return readers.stream().mapToLong(reader -> reader.disorder).sum();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stopped = true;
        selector.wakeup();
        thread.join();
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    /** Finds positions in what comes in, wherever it is cut. */
    private final class Reader {
        private int matched;
        private int digits;
        private long number;
        private long last;
        private long disorder;
        private volatile int count;
        private String begin = "";

        void take(byte[] bytes, int length, long at) {
            if (begin.isEmpty()) {
                begin = new String(bytes, 0, Math.min(length, BEGIN), StandardCharsets.UTF_8);
            }
            for (int i = 0; i < length; i++) {
                if (matched == SEQUENCE.length) {
                    number = number * 10 + bytes[i] - '0';
                    if (++digits == DIGITS) {
                        event(at);
                    }
                } else if (bytes[i] == SEQUENCE[matched]) {
                    matched++;
                } else {
                    matched = bytes[i] == SEQUENCE[0] ? 1 : 0;
                }
            }
        }

        private void event(long at) {
            if (number <= last) {
                disorder++;
            }
            last = number;
            note(number, at);
            count++;
            matched = 0;
            digits = 0;
            number = 0;
        }
    }
}
