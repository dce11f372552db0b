package org.iochub.quality.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.iochub.quality.internal.RealHub.TENANT;
import static org.iochub.quality.internal.Reports.DUC_PHO;
import static org.iochub.quality.internal.Reports.bare;
import static org.iochub.quality.internal.Reports.full;
import static org.iochub.quality.internal.Reports.refused;
import static org.iochub.quality.internal.Reports.taken;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.iochub.api.HubHeaders;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.pipeline.internal.Intake;
import org.iochub.core.pipeline.internal.Origin;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.json.ModelJson;
import org.iochub.model.record.Indicator;
import org.iochub.model.record.RecordTypes;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The route: what is counted becomes indicators in the feed, each with its numerator and denominator. */
class PublishingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String EIGHT = "2026-03-02T08:00:00+07:00";

    @TempDir
    Path folder;

    private RealHub hub;
    private TestSource<QualitySettings> source;
    private DefaultCamelContext context;
    private volatile Optional<String> checkpoint = Optional.empty();

    @BeforeEach
    void open() {
        hub = new RealHub(folder, Databases.H2.fresh(folder), "2026-03-02T01:30:00Z");
    }

    @AfterEach
    void close() {
        if (context != null) {
            context.stop();
        }
        hub.close();
    }

    private void start() throws Exception {
        QualitySettings settings = new QualitySettings(Duration.ofMillis(50), Duration.ofMinutes(15));
        source = new TestSource<>(settings, AreaRegistry.builtIn(), "direct:records", "direct:pushed", hub.clock);
        checkpoint.ifPresent(source::checkpoint);
        QualityAdapter adapter = new QualityAdapter(
                hub.store.tallies(), hub.store.feed(), hub.tenants, AreaRegistry.builtIn(), hub.rules());
        adapter.sources = new KnownSources(hub.sources());
        Intake intake = new Intake(hub.store.records(), folder.resolve("tmp"), hub.clock);
        Origin origin = new Origin(
                "test",
                TENANT,
                "quality",
                "1",
                false,
                adapter.normalizer(source),
                hub.store.records().takeOver("test", "node"));
        context = new DefaultCamelContext();
        context.getShutdownStrategy().setTimeout(5);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:records").process(exchange -> take(intake, origin, exchange));
            }
        });
        context.addRoutes(adapter.routes(source));
        context.start();
    }

    private void take(Intake intake, Origin origin, Exchange exchange) throws Exception {
        Optional<String> kept =
                Optional.ofNullable(exchange.getMessage().getHeader(HubHeaders.CHECKPOINT, String.class));
        intake.take(
                origin,
                Optional.empty(),
                Optional.empty(),
                exchange.getMessage().getBody(byte[].class),
                Map.of(),
                kept);
        kept.ifPresent(text -> checkpoint = Optional.of(text));
    }

    private List<Indicator> published(String code) {
        var codec = new ModelJson().codec(RecordTypes.INDICATOR);
        FeedFilter own = new FeedFilter(
                Optional.of(Set.of("indicator")),
                Optional.of(Set.of("test")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return hub.store.feed().read(own, 0, 10_000, Long.MAX_VALUE).records().stream()
                .map(record -> codec.read(record.data()))
                .filter(one -> one.indicatorCode().equals(code))
                .toList();
    }

    private void awaitLooks(int times) {
        int until = source.timesUpToDate() + times;
        await().atMost(PATIENCE).until(() -> source.timesUpToDate() >= until);
    }

    @Test
    void figuresArePublishedNowAndThenAndOnceMoreWhenTheDayIsOver() throws Exception {
        hub.push(taken(full("r1", "một", EIGHT), DUC_PHO, 1), refused("bad-date", "x"));
        start();
        await().atMost(PATIENCE).until(() -> !published("quality.valid").isEmpty());
        Indicator first = published("quality.valid").get(0);
        assertThat(first.value()).isEqualTo(50);
        assertThat(first.numerator()).hasValue(1);
        assertThat(first.denominator()).hasValue(2);
        assertThat(first.definition()).contains("quality.valid:citizen-report@1");
        assertThat(first.breakdown()).isEqualTo(Map.of("source", "phan-anh", "type", "citizen-report"));
        assertThat(first.period()).isEqualTo("2026-03-02/2026-03-02");
        assertThat(first.area()).isEqualTo("51");
        assertThat(first.obsStatus()).contains("P");

        // Within a quarter of an hour nothing is published, whatever is counted.
        hub.push(taken(bare("r2", EIGHT), DUC_PHO, 1));
        awaitLooks(3);
        assertThat(published("quality.valid")).hasSize(1);
        assertThat(hub.figure("2026-03-02", org.iochub.core.quality.Measure.VALID))
                .isEqualTo("2/3");

        hub.clock.set("2026-03-02T01:46:00Z");
        await().atMost(PATIENCE).until(() -> published("quality.valid").size() == 2);
        assertThat(published("quality.valid").get(1).value()).isEqualTo(66.67);
        assertThat(published("quality.wished").get(1).numerator()).hasValue(7);

        hub.clock.set("2026-03-02T17:00:01Z");
        await().atMost(PATIENCE).until(() -> published("quality.valid").size() == 3);
        assertThat(published("quality.valid").get(2).obsStatus()).contains("A");
        assertThat(published("quality.valid").get(2).value()).isEqualTo(66.67);
        awaitLooks(3);
        assertThat(published("quality.valid")).hasSize(3);
    }

    @Test
    void aRestartGoesOnWhereItWas() throws Exception {
        hub.push(taken(full("r1", "một", EIGHT), DUC_PHO, 1));
        start();
        await().atMost(PATIENCE).until(() -> checkpoint.isPresent());
        context.stop();
        long head = hub.store.feed().head().position();
        start();
        awaitLooks(3);
        assertThat(hub.store.feed().head().position()).isEqualTo(head);
    }
}
