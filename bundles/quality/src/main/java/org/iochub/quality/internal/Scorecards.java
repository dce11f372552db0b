package org.iochub.quality.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.iochub.core.log.FeedLog;
import org.iochub.core.quality.Behind;
import org.iochub.core.quality.DayKey;
import org.iochub.core.quality.Measure;
import org.iochub.core.quality.Quality;
import org.iochub.core.quality.TallyFilter;
import org.iochub.core.quality.TallyStore;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.source.Sources;
import org.iochub.core.tenant.Tenant;
import org.iochub.core.tenant.Tenants;
import org.iochub.model.area.Areas;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What the faces show. */
@Component(service = Quality.class)
public final class Scorecards implements Quality {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final TallyStore store;
    private final FeedLog log;
    private final Quarantine quarantine;
    private final Tenants tenants;
    private final Areas areas;
    private final RulesInForce rules;
    private final Clock clock;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Sources sources;

    @Activate
    public Scorecards(
            @Reference TallyStore store,
            @Reference FeedLog log,
            @Reference Quarantine quarantine,
            @Reference Tenants tenants,
            @Reference Areas areas,
            @Reference RulesInForce rules) {
        this(store, log, quarantine, tenants, areas, rules, Clock.systemUTC(), Optional.empty());
    }

    Scorecards(
            TallyStore store,
            FeedLog log,
            Quarantine quarantine,
            Tenants tenants,
            Areas areas,
            RulesInForce rules,
            Clock clock,
            Optional<Sources> sources) {
        this.store = store;
        this.log = log;
        this.quarantine = quarantine;
        this.tenants = tenants;
        this.areas = areas;
        this.rules = rules;
        this.clock = clock;
        this.sources = sources.orElse(null);
    }

    @Override
    public List<Card> cards(TallyFilter filter, Optional<Card> after, int limit) {
        Instant now = clock.instant();
        return store.tallies(filter, after.map(Card::tally), limit).stream()
                .map(tally -> new Card(tally, Figures.of(tally, now, zone(tally.tenant()))))
                .toList();
    }

    private ZoneId zone(String tenant) {
        return tenants.get(tenant).map(Tenant::zone).orElse(VIETNAM);
    }

    @Override
    public Behind behind(String tenant, DayKey key, Measure measure, boolean all, Optional<String> after, int limit) {
        Sources known = sources;
        return new Evidence(store, log, quarantine, new Units(areas), rules.now(), zone(tenant), clock.instant())
                .behind(
                        tenants.get(tenant),
                        known == null ? List.of() : known.list(),
                        tenant,
                        key,
                        measure,
                        all,
                        after,
                        limit);
    }

    @Override
    public List<Rule> rules() {
        return rules.now().shown();
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
    }
}
