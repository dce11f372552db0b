package org.iochub.quality.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.iochub.api.Change;
import org.iochub.api.Delivered;
import org.iochub.api.RawPart;
import org.iochub.core.pipeline.internal.Intake;
import org.iochub.core.pipeline.internal.Origin;
import org.iochub.core.pipeline.internal.RecordPartMerger;
import org.iochub.core.quality.DayKey;
import org.iochub.core.quality.DayTally;
import org.iochub.core.quality.Measure;
import org.iochub.core.quality.Quality.Card;
import org.iochub.core.quality.TallyFilter;
import org.iochub.core.source.BatchTimes;
import org.iochub.core.source.SourceState;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.tenant.Tenant;
import org.iochub.core.tenant.Tenants;
import org.iochub.core.type.internal.TypeRegistry;
import org.iochub.model.Text;
import org.iochub.model.area.AreaRegistry;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.open.Store;

/** The hub's own pipeline and store, at a time that the test sets. */
final class RealHub implements AutoCloseable {
    static final String TENANT = "quang-ngai";
    static final String REPORTS = "phan-anh";

    final SetClock clock;
    final Store store;
    final Tenants tenants;
    private final Intake intake;
    private final AtomicInteger messages = new AtomicInteger();
    private final Map<String, String> ownLines = new TreeMap<>();
    private final List<SourceStatus> sources = new ArrayList<>();

    RealHub(Path folder, Database.Place place, String now) {
        clock = new SetClock(now);
        store = new Store(
                        Store.Settings.of(folder, place).withClock(clock),
                        new RecordPartMerger(new TypeRegistry()),
                        position -> {})
                .opened();
        intake = new Intake(store.records(), folder.resolve("tmp"), clock);
        Tenant tenant = tenant(TENANT, "51");
        tenants = new Tenants() {
            @Override
            public List<Tenant> list() {
                return List.of(tenant);
            }

            @Override
            public Optional<Tenant> get(String id) {
                return list().stream().filter(one -> one.id().equals(id)).findFirst();
            }
        };
        sources.add(status(REPORTS, "citizen-report"));
    }

    private static Tenant tenant(String id, String area) {
        return new Tenant(
                id,
                Text.of("Quảng Ngãi", "Quang Ngai"),
                List.of(area),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    private static SourceStatus status(String id, String... types) {
        return new SourceStatus(
                id,
                "test",
                "1",
                TENANT,
                SourceState.RUNNING,
                "",
                Text.of("", ""),
                Instant.EPOCH,
                Optional.empty(),
                new Delivered(0, 0, 0, 0, 0),
                Optional.empty(),
                BatchTimes.NONE,
                Optional.empty(),
                List.of(types),
                List.of());
    }

    void source(String id, String... types) {
        sources.add(status(id, types));
    }

    List<SourceStatus> sources() {
        return sources;
    }

    /** A line of the operator's. */
    void line(String key, String value) {
        ownLines.put(key, value);
    }

    RulesInForce rules() {
        return new RulesInForce(new TypeRegistry(), new TreeMap<>(ownLines));
    }

    /** A message of a source, with these changes. */
    void push(String tenant, String source, Change... changes) throws Exception {
        Origin origin = new Origin(
                source,
                tenant,
                "test",
                "1",
                false,
                message -> List.of(changes).stream(),
                store.records().takeOver(source, "node"));
        intake.take(
                origin,
                Optional.of("m" + messages.incrementAndGet()),
                Optional.empty(),
                new byte[0],
                Map.of(),
                Optional.empty());
    }

    void push(Change... changes) throws Exception {
        push(TENANT, REPORTS, changes);
    }

    static RawPart raw(String text) {
        return RawPart.of("1", text);
    }

    Follower follower() {
        return new Follower(
                store.tallies(),
                store.feed(),
                new Units(AreaRegistry.builtIn()),
                clock,
                tenants.get(TENANT).orElseThrow(),
                "test",
                () -> sources);
    }

    /** Counts until nothing is new. @return in how many steps */
    int count() {
        int steps = 1;
        while (follower().step(rules().now())) {
            if (++steps > 100_000) {
                throw new AssertionError("counting does not come to an end");
            }
        }
        return steps;
    }

    Scorecards scorecards() {
        return new Scorecards(
                store.tallies(),
                store.feed(),
                store.quarantine(),
                tenants,
                AreaRegistry.builtIn(),
                rules(),
                clock,
                Optional.of(new KnownSources(sources)));
    }

    /** The figures of a day: measure, numerator/denominator. */
    Map<String, String> figures(String day, String source, String type) {
        Map<String, String> figures = new TreeMap<>();
        for (Card card : scorecards()
                .cards(
                        TallyFilter.of(TENANT)
                                .on(LocalDate.parse(day), LocalDate.parse(day))
                                .of(source, type),
                        Optional.empty(),
                        2)) {
            card.figures()
                    .forEach(one -> figures.put(one.measure().wireName(), one.numerator() + "/" + one.denominator()));
        }
        return figures;
    }

    String figure(String day, Measure measure) {
        return figures(day, REPORTS, "citizen-report").getOrDefault(measure.wireName(), "none");
    }

    /** Everything counted, but for when. */
    Map<DayKey, Map<String, Long>> tallies() {
        Map<DayKey, Map<String, Long>> all = new TreeMap<>();
        store.tallies()
                .tallies(TallyFilter.all(), Optional.empty(), 10_000)
                .forEach((DayTally tally) -> all.put(tally.key(), new TreeMap<>(tally.counts())));
        return all;
    }

    @Override
    public void close() {
        store.close();
    }
}
