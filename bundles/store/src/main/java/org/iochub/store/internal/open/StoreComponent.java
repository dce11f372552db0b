package org.iochub.store.internal.open;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.access.AccessKeys;
import org.iochub.core.audit.AuditLog;
import org.iochub.core.backup.Backups;
import org.iochub.core.delivery.DeliveryStore;
import org.iochub.core.erasure.ErasureStore;
import org.iochub.core.hub.Hub;
import org.iochub.core.hub.Readiness;
import org.iochub.core.log.FeedBell;
import org.iochub.core.log.FeedLog;
import org.iochub.core.quality.TallyStore;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.records.MessageRecords;
import org.iochub.core.records.RecordReader;
import org.iochub.core.replay.RenormaliseStore;
import org.iochub.core.replay.ReplayStore;
import org.iochub.core.report.Arrivals;
import org.iochub.core.source.SourceStateStore;
import org.iochub.core.store.PartMerger;
import org.iochub.core.store.RecordStore;
import org.iochub.store.internal.backup.StoredBackups;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.retention.RetentionRules;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** Runs the {@link Store} and offers its ports as services; another configuration is another store. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.iochub.hub",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = StoreConfig.class)
public final class StoreComponent {
    private final Store store;
    private final List<ServiceRegistration<?>> services = new ArrayList<>();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile FeedBell bell;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile RetentionRules retention;

    @Activate
    public StoreComponent(BundleContext bundle, StoreConfig config, @Reference PartMerger merger, @Reference Hub hub) {
        store = new Store(settings(config), merger, this::ring, this::rules);
        services.add(bundle.registerService(Readiness.class, store.readiness(), null));
        services.add(bundle.registerService(AccessKeys.class, store.keys(), null));
        services.add(bundle.registerService(SourceStateStore.class, store.sources(), null));
        services.add(bundle.registerService(RecordReader.class, store.reader(), null));
        services.add(bundle.registerService(MessageRecords.class, store.messages(), null));
        services.add(bundle.registerService(FeedLog.class, store.feed(), null));
        services.add(bundle.registerService(Quarantine.class, store.quarantine(), null));
        services.add(bundle.registerService(AuditLog.class, store.audit(), null));
        services.add(bundle.registerService(DeliveryStore.class, store.deliveries(), null));
        services.add(bundle.registerService(ReplayStore.class, store.replays(), null));
        services.add(bundle.registerService(TallyStore.class, store.tallies(), null));
        services.add(bundle.registerService(RenormaliseStore.class, store.renormalisations(), null));
        StoredBackups.Instance instance = new StoredBackups.Instance(
                hub.data(), hub.id(), bundle.getBundle().getVersion().toString());
        services.add(bundle.registerService(Backups.class, store.backups(instance), null));
        services.add(bundle.registerService(ErasureStore.class, store.erasures(), null));
        services.add(bundle.registerService(Arrivals.class, store.arrivals(), null));
        services.add(bundle.registerService(RecordStore.class, store.records(), null));
    }

    private static Store.Settings settings(StoreConfig config) {
        if (config.data().isBlank()) {
            throw new IllegalArgumentException("org.iochub.hub: data is not set");
        }
        Path data = Path.of(config.data());
        Database.Place place = config.jdbcUrl().isBlank()
                ? Database.Place.embedded(data.resolve("data"))
                : new Database.Place(
                        Optional.of(config.jdbcUrl()),
                        config.jdbcUser(),
                        config.jdbcPassword(),
                        data.resolve("data"),
                        8);
        return Store.Settings.of(data, place)
                .withPatience(Duration.ofHours(config.orphanHours()))
                .withAudit(Duration.ofDays(config.auditDays()));
    }

    private void ring(long position) {
        FeedBell now = bell;
        if (now != null) {
            now.ring(position);
        }
    }

    private Map<String, Duration> rules() {
        RetentionRules now = retention;
        return now == null ? Map.of() : now.byType();
    }

    @Deactivate
    void stop() {
        services.forEach(ServiceRegistration::unregister);
        store.close();
    }
}
