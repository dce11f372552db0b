package org.iochub.core.source.internal;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.iochub.api.SourceAdapter;
import org.iochub.core.archive.Archive;
import org.iochub.core.archive.Archiver;
import org.iochub.core.cluster.Leases;
import org.iochub.core.config.internal.ConfigFile;
import org.iochub.core.config.internal.FactoryConfigs;
import org.iochub.core.declarative.DeclaredSource;
import org.iochub.core.hub.Hub;
import org.iochub.core.log.FeedLog;
import org.iochub.core.pipeline.internal.CorrectionPipeline;
import org.iochub.core.pipeline.internal.CorrectionPreview;
import org.iochub.core.pipeline.internal.Intake;
import org.iochub.core.pipeline.internal.PassedMessages;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.records.Explanations;
import org.iochub.core.records.MessageRecords;
import org.iochub.core.records.RecordReader;
import org.iochub.core.records.internal.TenantView;
import org.iochub.core.replay.RenormaliseStore;
import org.iochub.core.replay.Renormalises;
import org.iochub.core.replay.ReplayStore;
import org.iochub.core.replay.Replays;
import org.iochub.core.replay.internal.PatientAdapters;
import org.iochub.core.replay.internal.Renormaliser;
import org.iochub.core.replay.internal.Replayer;
import org.iochub.core.settings.SecretResolver;
import org.iochub.core.settings.SettingValues;
import org.iochub.core.shadow.MessageTaps;
import org.iochub.core.shadow.Trials;
import org.iochub.core.source.SourceConfigurations;
import org.iochub.core.source.SourceStateStore;
import org.iochub.core.source.Sources;
import org.iochub.core.store.PartMerger;
import org.iochub.core.store.RecordStore;
import org.iochub.core.tenant.internal.ConfiguredTenants;
import org.iochub.core.type.RecordTypeRegistry;
import org.iochub.model.area.Areas;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ManagedServiceFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Puts the {@link SourceManager} to work in the container: configurations and adapters come and go as services. */
@Component(
        service = {},
        immediate = true)
public final class SourceService {
    private static final String PID = "org.iochub.source";
    private static final int STEP_THREADS = 4;

    private final SourceManager manager;
    private final ExecutorService pool;
    private final ScheduledExecutorService timer;
    private final ConfiguredTenants tenants;
    private final Runnable tenantWatcher;
    private final Replayer replayer;
    private final List<ServiceRegistration<?>> registrations;

    @Activate
    public SourceService(
            BundleContext bundle,
            @Reference ConfigurationAdmin configurations,
            @Reference RecordStore store,
            @Reference Archiver archive,
            @Reference Archive archived,
            @Reference SourceStateStore states,
            @Reference RecordReader reader,
            @Reference FeedLog feed,
            @Reference Leases leases,
            @Reference ConfiguredTenants tenants,
            @Reference Areas areas,
            @Reference Hub hub,
            @Reference ReplayStore replays,
            @Reference RenormaliseStore renormalisations,
            @Reference MessageRecords messages,
            @Reference PartMerger merger,
            @Reference RecordTypeRegistry types,
            @Reference Quarantine quarantine)
            throws IOException {
        this.pool = Executors.newFixedThreadPool(STEP_THREADS, named("hub-source-"));
        this.timer = Executors.newSingleThreadScheduledExecutor(named("hub-source-timer-"));
        this.tenants = tenants;
        Clock clock = Clock.systemUTC();
        PassedMessages passed = new PassedMessages();
        Intake intake = new Intake(store, archive, hub.data().resolve("data/tmp"), clock, passed);
        Pseudonyms pseudonyms = Pseudonyms.keptIn(hub.data().resolve("keys/pseudonym.key"));
        SettingValues values = new SettingValues(new SecretResolver(name -> Optional.ofNullable(System.getenv(name))));
        this.manager = new SourceManager(
                new OsgiCamelContexts(),
                self -> new RunnerServices(
                        intake,
                        archive,
                        store,
                        states,
                        leases,
                        tenants,
                        () -> areas,
                        values,
                        pseudonyms,
                        (adapter, tenant, source) -> new TenantView(reader, feed, adapter, tenant, source),
                        clock,
                        pool,
                        timer,
                        self::adapter));
        this.tenantWatcher = manager::tenantsChanged;
        tenants.watch(tenantWatcher);
        Renormaliser renormaliser = new Renormaliser(
                renormalisations,
                replays,
                manager,
                () -> Optional.of(archived),
                new CorrectionPipeline(store),
                new CorrectionPreview(reader, messages, merger, types::get, renormalisations::made),
                clock);
        this.replayer = new Replayer(
                replays,
                store,
                quarantine,
                new PatientAdapters(manager, System::nanoTime),
                leases,
                () -> Optional.of(archived),
                Optional.of(renormaliser));
        replayer.start();
        this.registrations = List.of(
                bundle.registerService(Replays.class, replayer, null),
                bundle.registerService(Renormalises.class, renormaliser, null),
                bundle.registerService(Sources.class, manager, null),
                bundle.registerService(Trials.class, manager, null),
                bundle.registerService(MessageTaps.class, passed, null),
                bundle.registerService(
                        SourceConfigurations.class,
                        new SourceFiles(hub.data().resolve("etc"), manager::config, manager::plan, manager::adapter),
                        null),
                bundle.registerService(Explanations.class, new Explainer(archived, manager::origin), null),
                bundle.registerService(
                        ManagedServiceFactory.class,
                        new FactoryConfigs(PID, configurations, this::configure, manager::unconfigure),
                        new java.util.Hashtable<>(Map.of(Constants.SERVICE_PID, PID))));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addAdapter(SourceAdapter<?> adapter, Map<String, Object> properties) {
        manager.add(adapter, version(adapter, properties));
    }

    /** An adapter that no bundle of its own brings says its version itself. */
    private static String version(SourceAdapter<?> adapter, Map<String, Object> properties) {
        return Optional.ofNullable(properties.get(DeclaredSource.VERSION))
                .map(Object::toString)
                .orElseGet(() ->
                        FrameworkUtil.getBundle(adapter.getClass()).getVersion().toString());
    }

    void removeAdapter(SourceAdapter<?> adapter) {
        manager.remove(adapter);
    }

    @Deactivate
    void stop() {
        registrations.forEach(ServiceRegistration::unregister);
        tenants.unwatch(tenantWatcher);
        replayer.close();
        manager.close();
        timer.shutdownNow();
        pool.shutdown();
    }

    private void configure(ConfigFile file) {
        manager.configure(new SourceConfig(file.name(), file.file(), file.values()));
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
