package org.iochub.routes.environmentstations.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.iochub.api.Change;
import org.iochub.api.HubHeaders;
import org.iochub.api.Secret;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.number.NumberStyle;
import org.iochub.simulators.ftp.StationFtpSimulator;
import org.iochub.testkit.TestMessage;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.Test;

/** The whole way: the simulated server with all its dirt, the route, the normaliser. */
class SimulatedStationsTest {
    private final Map<String, AtomicInteger> seen = new ConcurrentHashMap<>();
    private final AtomicInteger files = new AtomicInteger();

    @Test
    void allThatTheStationsSayArrivesOrIsRefusedWithAReason() throws Exception {
        try (StationFtpSimulator simulator = new StationFtpSimulator(1);
                DefaultCamelContext context = new DefaultCamelContext()) {
            TestSource<EnvironmentStationsSettings> source = new TestSource<>(
                    settings(simulator.instances().get("environment-quang-ngai")),
                    AreaRegistry.builtIn(),
                    "direct:records",
                    "direct:pushed");
            EnvironmentStationsAdapter adapter = new EnvironmentStationsAdapter();
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(noErrorHandler());
                    from("direct:records").process(exchange -> take(adapter, source, exchange));
                }
            });
            context.addRoutes(adapter.routes(source));
            context.getShutdownStrategy().setTimeout(5);
            context.start();

            await().atMost(Duration.ofMinutes(2)).until(() -> source.timesUpToDate() > 0 && files.get() >= 43);

            assertThat(files).hasValue(43);
            Map<String, Integer> counts = new TreeMap<>();
            seen.forEach((what, count) -> counts.put(what, count.get()));
            assertThat(counts)
                    .containsOnlyKeys(
                            "facility",
                            "observation",
                            "unknown-code",
                            "unknown-unit",
                            "impossible-date",
                            "wrong-field-count")
                    .containsEntry("facility", 44)
                    .containsEntry("unknown-code", 2)
                    .containsEntry("unknown-unit", 2)
                    .containsEntry("impossible-date", 2)
                    .containsEntry("wrong-field-count", 1);
        }
    }

    private void take(
            EnvironmentStationsAdapter adapter, TestSource<EnvironmentStationsSettings> source, Exchange exchange)
            throws Exception {
        String name = exchange.getMessage().getHeader(HubHeaders.MESSAGE_NAME, String.class);
        byte[] body = exchange.getMessage().getBody() instanceof byte[] list
                ? list
                : Files.readAllBytes(exchange.getMessage().getBody(File.class).toPath());
        try (Stream<Change> changes = adapter.normalizer(source).normalize(TestMessage.of(name, body))) {
            changes.forEach(change -> seen.computeIfAbsent(what(change), key -> new AtomicInteger())
                    .incrementAndGet());
        }
        files.incrementAndGet();
    }

    private static String what(Change change) {
        return change instanceof Change.Upsert<?> upsert
                ? upsert.type().name()
                : ((Change.Refusal) change).fault().code();
    }

    private static EnvironmentStationsSettings settings(Map<String, String> instance) {
        return new EnvironmentStationsSettings(
                URI.create(instance.get("url")),
                instance.get("username"),
                Optional.of(new Secret(instance.get("password"), () -> read(instance.get("password")))),
                NumberStyle.EN,
                Optional.of(instance.get("stations")),
                Optional.empty(),
                "2025-07-01",
                StationCode.STATION,
                Optional.empty(),
                "average",
                Duration.ofMillis(100),
                Duration.ofMillis(1),
                200,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ofHours(1),
                Optional.ofNullable(instance.get("hostKey")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static String read(String reference) {
        try {
            return Files.readString(java.nio.file.Path.of(reference.substring("file:".length())));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
