package org.iochub.core.source.internal;

import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.iochub.api.Delivered;
import org.iochub.api.SourceAdapter;
import org.iochub.core.pipeline.internal.Origin;
import org.iochub.core.replay.internal.Adapters;
import org.iochub.core.shadow.Trial;
import org.iochub.core.shadow.Trials;
import org.iochub.core.source.SourceAgreement;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.source.Sources;
import org.iochub.model.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings configurations and adapters together, whichever comes first; every instance lives on its own. */
final class SourceManager implements Sources, Adapters, Trials {
    private static final Logger LOG = LoggerFactory.getLogger(SourceManager.class);
    private static final long DETACH_SECONDS = 60;

    private final Map<String, SourceRunner> runners = new ConcurrentHashMap<>();
    private final Map<String, AdapterRuntime> adapters = new ConcurrentHashMap<>();
    private final CamelContexts contexts;
    private final RunnerServices services;

    /**
     * @param services made with this manager's {@link #adapter(String)}
     */
    SourceManager(CamelContexts contexts, java.util.function.Function<SourceManager, RunnerServices> services) {
        this.contexts = contexts;
        this.services = services.apply(this);
    }

    Optional<AdapterRuntime> adapter(String id) {
        return Optional.ofNullable(adapters.get(id));
    }

    /** What an instance is told. */
    Optional<SourceConfig> config(String id) {
        return Optional.ofNullable(runners.get(id)).flatMap(SourceRunner::config);
    }

    /** What a configuration would lead to. */
    Plan plan(SourceConfig config) {
        return Plan.of(config, services);
    }

    /** What an instance runs as, while it runs. */
    Optional<Origin> origin(String id) {
        return Optional.ofNullable(runners.get(id)).flatMap(SourceRunner::origin);
    }

    // --- adapters ---------------------------------------------------------------------------------------------------

    /** An adapter came; its instances start. A second adapter with the same id is left out. */
    void add(SourceAdapter<?> adapter, String version) {
        String id = adapter.descriptor().id();
        if (adapters.containsKey(id)) {
            LOG.warn("Adapter {} is installed already: the second one is left out", id);
            return;
        }
        HubComponent hub = new HubComponent(
                source -> Optional.ofNullable(runners.get(source)).orElseThrow(() -> unknown(source)));
        adapters.put(id, AdapterRuntime.start(adapter, version, contexts.create(adapter), hub));
        LOG.info("Adapter {} {} is installed", id, version);
        reviewWhere(adapterId -> adapterId.equals(id));
    }

    /** An adapter goes: returns when its instances are drained and its Camel context is gone. */
    void remove(SourceAdapter<?> adapter) {
        adapters.values().stream()
                .filter(runtime -> runtime.adapter() == adapter)
                .findFirst()
                .ifPresent(runtime -> {
                    adapters.remove(runtime.id(), runtime);
                    await(runners.values().stream()
                            .map(runner -> runner.detach(runtime))
                            .toList());
                    runtime.stop();
                    LOG.info("Adapter {} {} is gone", runtime.id(), runtime.version());
                });
    }

    private void reviewWhere(java.util.function.Predicate<String> adapterId) {
        runners.values().stream()
                .filter(runner -> runner.adapterId().filter(adapterId).isPresent())
                .forEach(SourceRunner::review);
    }

    private static void await(List<CompletableFuture<Void>> futures) {
        try {
            CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new))
                    .get(DETACH_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("Instances were not drained within {} s: their messages will come again", DETACH_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            LOG.warn("An instance did not stop cleanly: {}", e.getCause().toString());
        }
    }

    // --- configurations
    // -----------------------------------------------------------------------------------------------

    void configure(SourceConfig config) {
        // Within the map's turn: a runner that is on its way out goes on, or has left the map already.
        runners.compute(config.id(), (id, there) -> {
            SourceRunner runner = Optional.ofNullable(there).orElseGet(() -> new SourceRunner(id, services));
            runner.configure(config);
            return runner;
        });
    }

    void unconfigure(String id) {
        Optional.ofNullable(runners.get(id))
                .ifPresent(runner -> runner.remove()
                        .thenRun(() -> runners.computeIfPresent(
                                id, (same, there) -> there == runner && !runner.wanted() ? null : there)));
    }

    /** Authorities changed: instances that waited for theirs may start. */
    void tenantsChanged() {
        runners.values().forEach(SourceRunner::reviewUnlessRunning);
    }

    /** Drains and stops everything. */
    void close() {
        await(runners.values().stream().map(SourceRunner::remove).toList());
        adapters.values().forEach(AdapterRuntime::stop);
        adapters.clear();
    }

    // --- Sources
    // ------------------------------------------------------------------------------------------------------

    @Override
    public List<SourceStatus> list() {
        return runners.values().stream()
                .map(SourceRunner::status)
                .sorted(Comparator.comparing(SourceStatus::id))
                .toList();
    }

    @Override
    public Optional<SourceStatus> get(String id) {
        return Optional.ofNullable(runners.get(id)).map(SourceRunner::status);
    }

    @Override
    public SourceAgreement agreement(String id) {
        return Optional.ofNullable(runners.get(id)).map(SourceRunner::agreement).orElse(SourceAgreement.none());
    }

    @Override
    public void start(String id) {
        onRunner(id, runner -> {
            services.states().stopped(id, false);
            runner.review();
        });
    }

    @Override
    public void stop(String id) {
        onRunner(id, runner -> {
            services.states().stopped(id, true);
            runner.review();
        });
    }

    @Override
    public void restart(String id) {
        onRunner(id, SourceRunner::review);
    }

    @Override
    public void startOver(String id) {
        onRunner(id, SourceRunner::startOver);
    }

    @Override
    public Adapters.Use open(String source, long fence) {
        return Optional.ofNullable(runners.get(source))
                .orElseThrow(() -> AdapterUse.notReady(source))
                .use(fence);
    }

    @Override
    public List<String> instances(String adapter) {
        return adapters.containsKey(adapter)
                ? runners.entrySet().stream()
                        .filter(one -> one.getValue()
                                .adapterId()
                                .filter(adapter::equals)
                                .isPresent())
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList()
                : List.of();
    }

    @Override
    public Trial open(String source, SourceAdapter<?> candidate) {
        return Optional.ofNullable(runners.get(source))
                .orElseThrow(() -> AdapterUse.notReady(source))
                .trial(candidate);
    }

    private void onRunner(String id, Consumer<SourceRunner> action) {
        action.accept(Optional.ofNullable(runners.get(id)).orElseThrow(() -> unknown(id)));
    }

    @Override
    public Delivered push(String id, Optional<String> named, Map<String, String> attributes, InputStream body) {
        SourceRunner runner = Optional.ofNullable(runners.get(id)).orElseThrow(() -> unknown(id));
        try {
            return runner.push(named, attributes, body);
        } catch (FaultException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(id, e);
        } catch (Exception e) {
            throw unavailable(id, e);
        }
    }

    private static FaultException unavailable(String id, Exception e) {
        LOG.warn("A message pushed to source {} was not taken: {}", id, e.toString());
        return FaultException.of(
                "store-unavailable",
                id,
                "Hub chưa lưu được thông điệp; hãy gửi lại sau.",
                "The hub could not store the message; send it again later.");
    }

    private static FaultException unknown(String id) {
        return FaultException.of(
                "unknown-source",
                id,
                "Không có nguồn «" + id + "»; xem danh sách bằng hub:sources.",
                "There is no source «" + id + "»; hub:sources lists them.");
    }
}
