package org.iochub.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The overview of two hundred sources: that it shows them all, how long it takes to paint them, and that it lives on under 500
 * records a second without growing. {@code -Doverview.seconds=3600 -Dtest.seconds=5000} watches it
 * for an hour; what was measured is printed.
 */
class OverviewOfManyTest {
    private static final int SOURCES = 200;
    private static final int TRIES = 6;
    private static final int TENS_AT_ONCE = 10;
    private static final int BUSY = 20;
    /** A hundred records each time. */
    private static final long EVERY_MILLIS = 200;

    private static final long SECONDS = Long.getLong("overview.seconds", 30);
    private static final int LOOKS = 12;
    /** What a page may hold more at the end than after a third: caches of the browser's own. */
    private static final double GROWTH = 1.25;

    private static final long SLACK_BYTES = 2_000_000;

    @TempDir
    Path profile;

    private static final TestHub HUB = TestHub.get();

    @BeforeAll
    static void manySources() {
        // All at once, as a tool that manages configuration writes them.
        IntStream.range(0, SOURCES)
                .forEach(i ->
                        HUB.configure("source-nhieu-" + i, TestHub.dossiers(i % 2 == 0 ? "quang-ngai" : "vinh-long")));
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> running() >= SOURCES);
    }

    @AfterAll
    static void gone() {
        IntStream.range(0, SOURCES).forEach(i -> HUB.unconfigure("source-nhieu-" + i));
        await().atMost(Duration.ofSeconds(120)).until(() -> HUB.state("nhieu-0").equals("none"));
    }

    @Test
    void paintsThemAll() {
        try (Console console = new Console(HUB, profile)) {
            console.signIn("theodoi").find(".sources");
            double best = DoubleStream.generate(() -> painted(console))
                    .limit(TRIES)
                    .min()
                    .orElseThrow();
            System.out.printf(Locale.ROOT, "overview of %d sources: painted after %.0f ms%n", SOURCES, best);
            console.screenshot("overview-200");
            console.assertQuiet("an overview of many sources");
        }
    }

    @Test
    void livesOnUnderLoadWithoutGrowing() throws Exception {
        ScheduledExecutorService load = Executors.newScheduledThreadPool(2);
        try (Console console = new Console(HUB, profile)) {
            console.signIn("theodoi").find(".sources");
            AtomicInteger pushes = new AtomicInteger();
            ScheduledFuture<?> pushing = load.scheduleAtFixedRate(
                    () -> HUB.pushTens("nhieu-" + pushes.getAndIncrement() % BUSY, TENS_AT_ONCE),
                    0,
                    EVERY_MILLIS,
                    TimeUnit.MILLISECONDS);
            Page third = null;
            Page last = null;
            for (int look = 1; look <= LOOKS; look++) {
                String before = clock(console);
                long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS) / LOOKS;
                await().atMost(Duration.ofSeconds(SECONDS + 30))
                        .pollInterval(Duration.ofMillis(200))
                        .until(() ->
                                System.nanoTime() > until && !clock(console).equals(before));
                failed(pushing);
                last = Page.of(console);
                third = look == LOOKS / 3 ? last : third;
                System.out.printf(
                        Locale.ROOT,
                        "overview after %d s and %,d records: %s; in the last minute %s%n",
                        SECONDS * look / LOOKS,
                        pushes.get() * TENS_AT_ONCE * 10L,
                        last,
                        lastMinute(console));
            }
            assertThat(Long.parseLong(lastMinute(console).replaceAll("\\D", "")))
                    .isPositive();
            assertThat(last.bytes()).isLessThan((long) (third.bytes() * GROWTH) + SLACK_BYTES);
            assertThat(last.nodes()).isLessThan((long) (third.nodes() * GROWTH));
            assertThat(last.listeners()).isLessThan((long) (third.listeners() * GROWTH) + 10);
            console.assertQuiet("an overview under load");
        } finally {
            load.shutdownNow();
        }
    }

    /** What the page holds once the browser has thrown away what it can. */
    private record Page(long bytes, long nodes, long listeners) {
        static Page of(Console console) {
            console.driver.executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
            Map<String, Object> counters = console.driver.executeCdpCommand("Memory.getDOMCounters", Map.of());
            Map<String, Object> heap = console.driver.executeCdpCommand("Runtime.getHeapUsage", Map.of());
            return new Page(number(heap, "usedSize"), number(counters, "nodes"), number(counters, "jsEventListeners"));
        }

        private static long number(Map<String, Object> of, String name) {
            return ((Number) of.get(name)).longValue();
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f MB, %,d nodes, %,d listeners", bytes / 1e6, nodes, listeners);
        }
    }

    /** When the figures it shows were true. */
    private static String clock(Console console) {
        return console.find(".fresh").getText();
    }

    private static String lastMinute(Console console) {
        return String.valueOf(console.script("return document.querySelectorAll('.figure dd')[1].textContent"));
    }

    private static void failed(ScheduledFuture<?> pushing) throws InterruptedException {
        if (pushing.isDone()) {
            try {
                pushing.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("the load came to an end", e.getCause());
            }
        }
    }

    private static double painted(Console console) {
        console.driver.navigate().refresh();
        console.find(".sources");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> console.script("return performance.getEntriesByName('painted').length > 0")
                        .equals(true));
        assertThat((Long) console.script("return document.querySelectorAll('.sources tbody tr').length"))
                .isGreaterThanOrEqualTo(SOURCES);
        return ((Number) console.script("return performance.getEntriesByName('painted')[0].startTime")).doubleValue();
    }

    private static long running() {
        long count = 0;
        for (var source : HUB.get("/api/v1/sources").path("sources")) {
            boolean one = source.path("id").asText().startsWith("nhieu-");
            count += one && source.path("state").asText().equals("running") ? 1 : 0;
        }
        return count;
    }
}
