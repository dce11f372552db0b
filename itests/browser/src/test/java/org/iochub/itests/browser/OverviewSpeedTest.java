package org.iochub.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With two hundred sources the overview is there within a second of its address being asked for. */
@Timeout(300)
class OverviewSpeedTest {
    private static final int SOURCES = 200;
    private static final double AT_MOST_MILLIS = 1_000;
    private static final int TRIES = 6;

    @TempDir
    Path profile;

    private final TestHub hub = TestHub.get();

    @Test
    void paintsTwoHundredSourcesWithinASecond() {
        IntStream.range(0, SOURCES)
                .forEach(i ->
                        hub.configure("source-nhieu-" + i, TestHub.dossiers(i % 2 == 0 ? "quang-ngai" : "vinh-long")));
        try (Console console = new Console(hub, profile)) {
            await().atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> running() >= SOURCES);
            console.signIn("theodoi").find(".sources");
            // The machine of the tests has others to serve: the best of a few tries is what the console takes.
            double best = DoubleStream.generate(() -> painted(console))
                    .limit(TRIES)
                    .min()
                    .orElseThrow();
            assertThat(best).as("milliseconds to the painted overview").isLessThan(AT_MOST_MILLIS);
            console.screenshot("overview-200");
            console.assertQuiet("an overview of many sources");
        } finally {
            IntStream.range(0, SOURCES).forEach(i -> hub.unconfigure("source-nhieu-" + i));
            await().atMost(Duration.ofSeconds(120))
                    .until(() -> hub.state("nhieu-0").equals("none"));
        }
    }

    private double painted(Console console) {
        console.driver.navigate().refresh();
        console.find(".sources");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> console.script("return performance.getEntriesByName('painted').length > 0")
                        .equals(true));
        assertThat((Long) console.script("return document.querySelectorAll('.sources tbody tr').length"))
                .isGreaterThanOrEqualTo(SOURCES);
        return ((Number) console.script("return performance.getEntriesByName('painted')[0].startTime")).doubleValue();
    }

    private long running() {
        long count = 0;
        for (var source : hub.get("/api/v1/sources").path("sources")) {
            boolean one = source.path("id").asText().startsWith("nhieu-");
            count += one && source.path("state").asText().equals("running") ? 1 : 0;
        }
        return count;
    }
}
