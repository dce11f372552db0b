package org.iochub.feed.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.feed.internal.testing.Face.READER;
import static org.iochub.feed.internal.testing.Face.grants;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iochub.core.access.PersonalLevel;
import org.iochub.feed.internal.testing.Crowd;
import org.iochub.feed.internal.testing.Face;
import org.iochub.feed.internal.testing.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class ManyReadersHttpTest {
    private static final int EACH = 2_500;
    private static final String STREAM = "/api/v1/feeds/facility/events";
    private static final long IDLE_READER_BYTES = 64 << 10;

    private final Face face = new Face();

    @AfterEach
    void stop() {
        face.close();
    }

    @Test
    void tenThousandIdleReadersAreServedOrToldWhenToComeAgain() throws Exception {
        String one = face.key(grants(PersonalLevel.FULL));
        String two = face.key(grants(PersonalLevel.NONE));
        String three = face.key(grants(PersonalLevel.MASKED));
        String polling = face.key(grants(PersonalLevel.FULL));
        long before = heap();
        try (Crowd crowd = new Crowd(face.url())) {
            List<Crowd.Member> first = join(crowd, STREAM, one);
            await(() -> answered(first) == EACH);
            List<Crowd.Member> second = join(crowd, STREAM, two);
            await(() -> answered(second) == EACH);
            List<Crowd.Member> third = join(crowd, STREAM, three);
            List<Crowd.Member> polls = join(crowd, "/api/v1/feeds/facility?wait=60", polling);
            await(() -> answered(third) == EACH && answered(polls) == EACH - 32);

            assertThat(count(first, 200)).isEqualTo(Streams.OF_ONE_KEY);
            assertThat(count(first, 429)).isEqualTo(EACH - Streams.OF_ONE_KEY);
            assertThat(count(second, 200)).isEqualTo(Streams.IN_ALL - Streams.OF_ONE_KEY);
            assertThat(count(third, 503)).isEqualTo(EACH);
            assertThat(count(polls, 429)).isEqualTo(EACH - 32);
            Stream.of(first, second, third, polls)
                    .flatMap(List::stream)
                    .filter(member -> member.status() >= 400)
                    .forEach(member -> assertThat(member.got())
                            .contains("application/problem+json", "Retry-After: ", "\"detail_en\"")
                            .doesNotContain("Exception"));
            assertThat((heap() - before) / (Streams.IN_ALL + 32)).isLessThan(IDLE_READER_BYTES);

            assertThat(face.get(READER, "/api/v1/feeds/facility").statusCode()).isEqualTo(200);
            face.log.append(Sample.facility("news", 105));
            await(() -> Stream.of(first, second, polls)
                            .flatMap(List::stream)
                            .filter(member ->
                                    member.status() == 200 && member.got().contains("\"news\""))
                            .count()
                    == Streams.IN_ALL + 32);
        }
        // Their places are free again as soon as it shows that they are gone.
        await(() -> {
            face.log.append(Sample.facility("more", 105));
            return face.connections() < Streams.OF_ONE_KEY;
        });
        await(() -> opens(one));
    }

    private List<Crowd.Member> join(Crowd crowd, String path, String key) throws IOException {
        List<Crowd.Member> members = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            members.add(crowd.join(path, key));
        }
        return members;
    }

    private static long answered(List<Crowd.Member> members) {
        return members.stream().filter(member -> member.status() > 0).count();
    }

    private static long count(List<Crowd.Member> members, int status) {
        return members.stream().filter(member -> member.status() == status).count();
    }

    private boolean opens(String key) {
        try (Stream<String> lines = face.lines(key, STREAM).body()) {
            return lines.findFirst().filter(line -> line.startsWith("id:")).isPresent();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void whoStopsReadingInAStreamIsCutOffAndKeepsNobodyWaiting() throws Exception {
        String key = face.key(grants(PersonalLevel.FULL));
        fill(8_000);
        List<Socket> stalled = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            // More of them than the server has threads.
            stalled.add(ask(STREAM, key));
        }
        await(() -> face.connections() >= 300);
        try (Stream<String> lines = face.lines(READER, STREAM).body()) {
            assertThat(lines.filter(line -> line.startsWith("data:")).limit(8_000))
                    .hasSize(8_000);
        }
        assertThat(face.get(READER, "/api/v1/feeds/facility").statusCode()).isEqualTo(200);
        await(() -> face.connections() < 300);
        await(() -> face.connections() <= 3);
        for (Socket socket : stalled) {
            socket.close();
        }
    }

    @Test
    void whoStopsReadingAPageIsCutOff() throws Exception {
        face.idleTimeout(Duration.ofSeconds(2));
        fill(8_000);
        try (Socket stalled = ask("/api/v1/feeds/facility?limit=10000", READER)) {
            InputStream in = stalled.getInputStream();
            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
            HttpResponse<String> other = face.get(READER, "/api/v1/feeds/facility?limit=10000");
            assertThat(other.statusCode()).isEqualTo(200);
            await(() -> face.connections() == 0);
        }
    }

    @Test
    void whoWaitsIsNotCutOff() throws Exception {
        face.idleTimeout(Duration.ofMillis(700));
        String next =
                Face.link(face.get(READER, "/api/v1/feeds/facility"), "next").orElseThrow();
        try (Stream<String> lines = face.lines(READER, STREAM).body()) {
            HttpResponse<String> waited = face.get(READER, next + "&wait=3");
            assertThat(waited.statusCode()).isEqualTo(200);
            assertThat(waited.body()).isEqualTo("[]");
            face.log.append(Sample.facility("late", 105));
            assertThat(lines.filter(line -> line.startsWith("data:")).findFirst())
                    .hasValueSatisfying(line -> assertThat(line).contains("\"late\""));
        }
    }

    /** Records of several kilobytes, more in all than sockets hold. */
    private void fill(int records) {
        String text = "x".repeat(2_000);
        IntStream.range(0, records)
                .forEach(i -> face.log.append(
                        Sample.of("facility", "f" + i, "{\"facilityCode\":\"f" + i + "\",\"name\":\"" + text + "\"}")));
    }

    /** A reader that asks and then takes nothing. */
    private Socket ask(String path, String key) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress("127.0.0.1", face.url().getPort()));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + key + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            never.await(20, TimeUnit.MILLISECONDS);
        }
    }
}
