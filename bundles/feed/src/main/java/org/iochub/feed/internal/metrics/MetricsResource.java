package org.iochub.feed.internal.metrics;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.iochub.core.alert.Alerts;
import org.iochub.core.delivery.Subscriptions;
import org.iochub.core.delivery.Taps;
import org.iochub.core.log.FeedLog;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.replay.Replays;
import org.iochub.core.source.BatchTimes;
import org.iochub.core.source.SourceState;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.source.Sources;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.feed.internal.sources.SourceScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Figures for Prometheus, of the sources the caller may know of. */
@Path("/metrics")
@Component(service = FaceResource.class)
public final class MetricsResource implements FaceResource {
    private final Sources sources;
    private final FeedLog log;
    private final QuarantineCounts quarantined;
    private final DeliveryFigures deliveries;
    private final Replays replays;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Alerts alerts;

    @Activate
    public MetricsResource(
            @Reference Sources sources,
            @Reference FeedLog log,
            @Reference Quarantine quarantine,
            @Reference Subscriptions subscriptions,
            @Reference Taps taps,
            @Reference Replays replays) {
        this(sources, log, quarantine, subscriptions, taps, replays, Instant.now());
    }

    public MetricsResource(
            Sources sources,
            FeedLog log,
            Quarantine quarantine,
            Subscriptions subscriptions,
            Taps taps,
            Replays replays,
            Instant started) {
        this.replays = replays;
        this.deliveries = new DeliveryFigures(subscriptions, taps);
        this.sources = sources;
        this.log = log;
        this.quarantined = new QuarantineCounts(quarantine, started);
    }

    /** With alerts, where no container brings them. */
    public MetricsResource with(Alerts there) {
        alerts = there;
        return this;
    }

    @GET
    public Response scrape(@Context SecurityContext security) {
        Caller caller = Caller.of(security);
        List<SourceStatus> visible = sources.list().stream()
                .filter(source -> SourceScope.allows(caller.grants(), source))
                .toList();
        PrometheusText text = new PrometheusText();
        perSource(
                text,
                "hub_records_accepted_total",
                "counter",
                "Records taken into the feed",
                visible,
                s -> s.totals().accepted());
        perSource(
                text,
                "hub_records_unchanged_total",
                "counter",
                "Records the hub had already",
                visible,
                s -> s.totals().unchanged());
        quarantined(text, visible);
        replayed(text, visible);
        perSource(
                text,
                "hub_source_up",
                "gauge",
                "1 when the source is running",
                visible,
                s -> s.state() == SourceState.RUNNING ? 1 : 0);
        perSource(
                text,
                "hub_source_last_success_timestamp_seconds",
                "gauge",
                "When a message was last taken",
                visible.stream().filter(s -> s.lastSuccess().isPresent()).toList(),
                s -> s.lastSuccess().orElseThrow().getEpochSecond());
        perSource(
                text,
                "hub_source_lag_seconds",
                "gauge",
                "Age of the newest record at its arrival",
                visible.stream().filter(s -> s.lag().isPresent()).toList(),
                s -> s.lag().orElseThrow().toMillis() / 1_000.0);
        perSource(
                text,
                "hub_source_freshness_seconds",
                "gauge",
                "How long the source may bring nothing, as agreed with its owner",
                visible.stream()
                        .filter(s -> sources.agreement(s.id()).freshness().isPresent())
                        .toList(),
                s -> sources.agreement(s.id()).freshness().orElseThrow().toSeconds());
        times(text, visible);
        text.family("hub_feed_sequence", "gauge", "The last position in the log, of all types and of each")
                .sample("hub_feed_sequence", Map.of("type", "all"), log.head().position());
        new TreeMap<>(log.positions())
                .forEach((type, position) -> text.sample("hub_feed_sequence", Map.of("type", type), position));
        deliveries.write(text, caller);
        AlertFigures.write(text, caller, alerts);
        return Response.ok(text.toString().getBytes(StandardCharsets.UTF_8))
                .header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .build();
    }

    private static void perSource(
            PrometheusText text,
            String name,
            String type,
            String help,
            List<SourceStatus> sources,
            ToDoubleFunction<SourceStatus> value) {
        text.family(name, type, help);
        sources.forEach(source -> text.sample(name, Map.of("source", source.id()), value.applyAsDouble(source)));
    }

    private static void times(PrometheusText text, List<SourceStatus> sources) {
        String name = "hub_ingest_batch_seconds";
        text.family(name, "histogram", "From a message's arrival until its records are on disk");
        for (SourceStatus source : sources) {
            BatchTimes times = source.times();
            for (int i = 0; i < BatchTimes.BOUNDS.size(); i++) {
                text.sample(
                        name + "_bucket",
                        labels(source, Double.toString(BatchTimes.BOUNDS.get(i).toMillis() / 1_000.0)),
                        times.counts().get(i));
            }
            text.sample(name + "_bucket", labels(source, "+Inf"), times.count());
            text.sample(
                    name + "_sum", Map.of("source", source.id()), times.sum().toNanos() / 1e9);
            text.sample(name + "_count", Map.of("source", source.id()), times.count());
        }
    }

    private static Map<String, String> labels(SourceStatus source, String bound) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("source", source.id());
        labels.put("le", bound);
        return labels;
    }

    private void replayed(PrometheusText text, List<SourceStatus> visible) {
        Set<String> ids = visible.stream().map(SourceStatus::id).collect(Collectors.toUnmodifiableSet());
        text.family("hub_replay_records_total", "counter", "Entries of the quarantine replayed since the hub started");
        Map<Map<String, String>, Long> samples = new TreeMap<>(Comparator.comparing(Object::toString));
        replays.counts().forEach((tally, count) -> {
            if (ids.contains(tally.source())) {
                Map<String, String> labels = new LinkedHashMap<>();
                labels.put("source", tally.source());
                labels.put("outcome", tally.outcome().wireName());
                samples.put(labels, count);
            }
        });
        samples.forEach((labels, count) -> text.sample("hub_replay_records_total", labels, count));
    }

    private void quarantined(PrometheusText text, List<SourceStatus> visible) {
        Set<String> ids = visible.stream().map(SourceStatus::id).collect(Collectors.toUnmodifiableSet());
        text.family("hub_records_quarantined_total", "counter", "Records refused since the hub started");
        quarantined.update().forEach((cause, count) -> {
            if (ids.contains(cause.source())) {
                Map<String, String> labels = new LinkedHashMap<>();
                labels.put("source", cause.source());
                labels.put("stage", cause.stage());
                labels.put("reason", cause.reason());
                text.sample("hub_records_quarantined_total", labels, count);
            }
        });
    }
}
