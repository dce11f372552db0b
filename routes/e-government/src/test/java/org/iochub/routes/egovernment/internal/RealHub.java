package org.iochub.routes.egovernment.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.iochub.api.Change;
import org.iochub.api.Delivered;
import org.iochub.api.HubHeaders;
import org.iochub.api.RawPart;
import org.iochub.api.RecordedView;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.pipeline.internal.Intake;
import org.iochub.core.pipeline.internal.Origin;
import org.iochub.core.pipeline.internal.RecordPartMerger;
import org.iochub.core.records.internal.TenantView;
import org.iochub.core.type.internal.TypeRegistry;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.code.IndicatorMeasure;
import org.iochub.model.json.ModelJson;
import org.iochub.model.record.Indicator;
import org.iochub.model.record.RecordTypes;
import org.iochub.store.internal.open.Store;
import org.iochub.testkit.TestSource;

/** The hub's own pipeline and store, with sources beside the one under test, which is stopped and started at will. */
final class RealHub implements AutoCloseable {
    static final String TENANT = "quang-ngai";
    private static final String INSTANCE = "test";

    private final EGovernmentAdapter adapter = new EGovernmentAdapter();
    private final Store store;
    private final Intake intake;
    private final List<byte[]> messages = new CopyOnWriteArrayList<>();
    private final AtomicInteger pushed = new AtomicInteger();
    private final AtomicInteger readings = new AtomicInteger();
    private volatile Optional<String> checkpoint = Optional.empty();
    private volatile boolean refuses;
    private DefaultCamelContext context;
    private TestSource<EGovernmentSettings> source;

    RealHub(Path folder) throws InterruptedException {
        store = new Store(Store.Settings.embedded(folder), new RecordPartMerger(new TypeRegistry()), position -> {})
                .opened();
        intake = new Intake(store.records(), folder.resolve("tmp"), Clock.systemUTC());
    }

    /** Another source delivers; later arrivals win. */
    <T extends RecordData> void push(String tenant, RecordType<T> type, Optional<AreaRef> area, Collection<T> records)
            throws Exception {
        String id = "other-" + tenant;
        Origin origin = new Origin(
                id,
                tenant,
                "other",
                "1",
                false,
                message -> records.stream()
                        .map(record ->
                                new Change.Upsert<>(type, record, area, VersionKey.arrival(), RawPart.whole(message))),
                store.records().takeOver(id, "node"));
        intake.take(
                origin,
                Optional.of("push " + pushed.incrementAndGet()),
                Optional.empty(),
                new byte[0],
                Map.of(),
                Optional.empty());
    }

    void start(EGovernmentSettings settings, Clock clock) throws Exception {
        source = new TestSource<>(settings, AreaRegistry.builtIn(), "direct:records", "direct:pushed", clock);
        checkpoint.ifPresent(source::checkpoint);
        source.recorded(new CountedView(
                new TenantView(store.reader(), store.feed(), adapter.descriptor(), TENANT, INSTANCE), readings));
        long fence = store.records().takeOver(INSTANCE, "node");
        Origin origin = new Origin(INSTANCE, TENANT, "e-government", "1", false, adapter.normalizer(source), fence);
        context = new DefaultCamelContext();
        context.getShutdownStrategy().setTimeout(5);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:records").process(exchange -> take(origin, exchange));
            }
        });
        context.addRoutes(adapter.routes(source));
        context.start();
    }

    private void take(Origin origin, Exchange exchange) throws Exception {
        if (refuses) {
            throw new IllegalStateException("the store is not there");
        }
        byte[] body = exchange.getMessage().getBody(byte[].class);
        Optional<String> kept =
                Optional.ofNullable(exchange.getMessage().getHeader(HubHeaders.CHECKPOINT, String.class));
        Delivered delivered = intake.take(origin, Optional.empty(), Optional.empty(), body, Map.of(), kept)
                .delivered();
        exchange.getMessage().setHeader(HubHeaders.DELIVERED, delivered);
        kept.ifPresent(text -> checkpoint = Optional.of(text));
        messages.add(body);
    }

    void refuse(boolean value) {
        refuses = value;
    }

    void stop() {
        context.stop();
    }

    /** A view that fails, as one of a store that is down. */
    void recorded(RecordedView view) {
        source.recorded(view);
    }

    TestSource<EGovernmentSettings> source() {
        return source;
    }

    /** Raw messages taken, oldest first. */
    List<byte[]> messages() {
        return messages;
    }

    /** How often dossiers were read through. */
    int readings() {
        return readings.get();
    }

    long head() {
        return store.feed().head().position();
    }

    /** What stands. */
    List<Indicator> indicators() {
        List<Indicator> found = new ArrayList<>();
        new TenantView(store.reader(), store.feed(), adapter.descriptor(), TENANT, INSTANCE)
                .eachOwn(RecordTypes.INDICATOR, recorded -> found.add(recorded.data()));
        return found;
    }

    Optional<Indicator> indicator(Definition definition, String area, String period) {
        return indicators().stream()
                .filter(one -> fits(one, definition, area, period))
                .findFirst();
    }

    /** Every version of a figure in the log, oldest first. */
    List<Indicator> logged(Definition definition, String area, String period) {
        var codec = new ModelJson().codec(RecordTypes.INDICATOR);
        return store.feed().read(FeedFilter.type("indicator"), 0, 100_000, Long.MAX_VALUE).records().stream()
                .map(record -> codec.read(record.data()))
                .filter(one -> fits(one, definition, area, period))
                .toList();
    }

    /** Of January's two figures, of the month and of the year to date, that of the month. */
    private static boolean fits(Indicator one, Definition definition, String area, String period) {
        boolean oneMonth = period.substring(0, 7).equals(period.substring(11, 18));
        return one.indicatorCode().equals(definition.code())
                && one.area().equals(area)
                && one.period().equals(period)
                && !(oneMonth && one.measure() == IndicatorMeasure.CUMULATIVE);
    }

    @Override
    public void close() throws Exception {
        if (context != null) {
            context.stop();
        }
        store.close();
    }
}
