package org.iochub.core.source.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.WrappedFile;
import org.iochub.api.Delivered;
import org.iochub.api.HubHeaders;
import org.iochub.api.SourceAdapter;
import org.iochub.core.archive.ArchiveUnavailableException;
import org.iochub.core.pipeline.internal.Origin;
import org.iochub.core.pipeline.internal.Received;
import org.iochub.core.pipeline.internal.StoreRefusal;
import org.iochub.core.pipeline.internal.Taken;
import org.iochub.core.records.internal.TenantView;
import org.iochub.core.replay.internal.Adapters;
import org.iochub.core.shadow.Trial;
import org.iochub.core.source.SourceAgreement;
import org.iochub.core.source.SourceState;
import org.iochub.core.source.SourceStatus;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One source instance. Its life cycle runs step by step on its own serial executor; its messages are taken one at a
 * time; its status can be read at any moment.
 */
final class SourceRunner {
    private static final Logger LOG = LoggerFactory.getLogger(SourceRunner.class);
    private static final int PUSHES_WAITING = 16;
    private static final long PUSH_WAIT_SECONDS = 30;
    private static final long MISCONFIGURED_LOG_SECONDS = 3;
    /** Headers that are kept nowhere. */
    private static final Set<String> SECRET =
            Set.of("authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key");

    private final String id;
    private final RunnerServices services;
    private final SerialExecutor steps;
    private final StatusBoard status;
    private final ReentrantLock taking = new ReentrantLock(true);
    private final Semaphore pushes = new Semaphore(PUSHES_WAITING);
    private final RetryDelay retry = new RetryDelay();

    private volatile Optional<SourceConfig> config = Optional.empty();
    private volatile boolean wanted;
    private volatile Optional<Consumer> pushConsumer = Optional.empty();
    private volatile Optional<Running> running = Optional.empty();
    private boolean leaseAsked;

    SourceRunner(String id, RunnerServices services) {
        this.id = id;
        this.services = services;
        this.steps = new SerialExecutor(services.pool());
        this.status = new StatusBoard(services.clock());
    }

    /** The routes that run now, and for whom the pipeline takes their messages. */
    private record Running(AdapterRuntime runtime, Origin origin, TenantView recorded, InstanceRoutes routes) {}

    // --- life cycle: every step runs on the serial executor ---------------------------------------------------------

    /** Its file was added or changed. */
    void configure(SourceConfig next) {
        wanted = true;
        steps.execute(() -> {
            config = Optional.of(next);
            renew();
        });
    }

    /** Its adapter, its tenant or a person's word changed: look again. */
    void review() {
        steps.execute(this::renew);
    }

    /** A person wants it to read from its beginning. Returns when that is remembered. */
    void startOver() {
        CompletableFuture<Void> done = CompletableFuture.runAsync(
                () -> {
                    stopRoutes();
                    try {
                        services.states().startOver(id);
                    } finally {
                        renew();
                    }
                },
                steps);
        try {
            done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof FaultException fault ? fault : e;
        }
    }

    /** Something it may have waited for came. Decided in its turn, so that no step under way misses it. */
    void reviewUnlessRunning() {
        steps.execute(() -> {
            if (running.isEmpty()) {
                renew();
            }
        });
    }

    /** Its file was deleted. */
    CompletableFuture<Void> remove() {
        wanted = false;
        return CompletableFuture.runAsync(
                () -> {
                    stopRoutes();
                    giveUpLease();
                    config = Optional.empty();
                },
                steps);
    }

    /** Whether its newest word is a configuration and not the end of one. */
    boolean wanted() {
        return wanted;
    }

    /** Its adapter goes away: completes when the last message is through and no route is left. */
    CompletableFuture<Void> detach(AdapterRuntime runtime) {
        return CompletableFuture.runAsync(
                () -> {
                    if (running.filter(r -> r.runtime() == runtime).isPresent()) {
                        stopRoutes();
                        giveUpLease();
                        status.set(SourceState.WAITING, "adapter-missing", adapterMissing(runtime.id()));
                    }
                },
                steps);
    }

    private void renew() {
        stopRoutes();
        config.ifPresent(c -> {
            try {
                decide(c);
            } catch (FaultException e) {
                refused(c, e);
            }
        });
    }

    private void decide(SourceConfig c) {
        Plan plan = Plan.of(c, services);
        if (plan instanceof Plan.Wrong wrong) {
            giveUpLease();
            misconfigured(c, wrong.faults());
        } else if (plan instanceof Plan.NoAdapter missing) {
            giveUpLease();
            status.set(SourceState.WAITING, "adapter-missing", adapterMissing(missing.adapter()));
        } else if (services.states().stopped(id)) {
            giveUpLease();
            status.set(
                    SourceState.STOPPED,
                    "",
                    Text.of(
                            "Đã dừng theo lệnh; chạy hub:source-start " + id + " để tiếp tục.",
                            "Stopped by a person; hub:source-start " + id + " goes on."));
        } else {
            askLease((Plan.Ready<?>) plan);
        }
    }

    private void askLease(Plan.Ready<?> plan) {
        status.set(
                SourceState.STARTING,
                "lease",
                Text.of("Đang chờ quyền chạy trên nút này.", "Waiting for the right to run on this node."));
        leaseAsked = true;
        services.leases()
                .request(id, () -> steps.execute(() -> startRoutes(plan)), () -> steps.execute(this::leaseLost));
    }

    private void leaseLost() {
        stopRoutes();
        status.set(
                SourceState.WAITING,
                "runs-elsewhere",
                Text.of("Nguồn đang chạy trên nút khác của cụm.", "The source runs on another node of the cluster."));
    }

    private void giveUpLease() {
        if (leaseAsked) {
            leaseAsked = false;
            services.leases().release(id);
        }
    }

    private <S extends Record> void startRoutes(Plan.Ready<S> plan) {
        if (running.isPresent() || config.filter(plan.config()::equals).isEmpty()) {
            return;
        }
        try {
            long fence = services.store().takeOver(id, services.leases().node());
            SourceContext<S> source = plan.context(this, services);
            var descriptor = plan.adapter().descriptor();
            Origin origin = new Origin(
                    id,
                    source.tenant(),
                    descriptor.id(),
                    plan.runtime().version(),
                    descriptor.sensitive(),
                    plan.adapter().normalizer(source),
                    fence,
                    plan.archive());
            InstanceRoutes routes = new InstanceRoutes(plan.runtime().context(), id + ".");
            running = Optional.of(new Running(plan.runtime(), origin, source.recorded(), routes));
            routes.start(plan.adapter().routes(source));
            status.started();
            retry.reset();
            LOG.info("Source {} runs with adapter {} {}", id, descriptor.id(), origin.adapterVersion());
        } catch (FaultException e) {
            stopRoutes();
            refused(plan.config(), e);
        } catch (Exception e) {
            stopRoutes();
            startFailed(e);
        }
    }

    /** A store that is still coming up is nobody's wrong setting. */
    private void refused(SourceConfig c, FaultException e) {
        if (e.fault().code().startsWith("store-")) {
            LOG.info("Source {} waits for the store", id);
            startFailed(e);
        } else {
            misconfigured(c, List.of(e.fault()));
        }
    }

    private void startFailed(Exception e) {
        Duration delay = retry.next();
        if (!(e instanceof FaultException)) {
            LOG.warn("Source {} did not start, trying again in {} s: {}", id, delay.toSeconds(), e.toString());
        }
        status.set(
                SourceState.FAILING,
                "start-failed",
                Text.of(
                        "Chưa khởi động được (" + e.getMessage() + "); sẽ thử lại sau " + delay.toSeconds() + " giây.",
                        "It did not start (" + e.getMessage() + "); the next try is in " + delay.toSeconds() + " s."));
        services.timer().schedule(this::review, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void stopRoutes() {
        running.ifPresent(r -> {
            // A long computation must not use up the time to drain.
            r.recorded().close();
            r.routes().stop();
            running = Optional.empty();
        });
    }

    private void misconfigured(SourceConfig c, List<Fault> faults) {
        String vi = faults.stream().map(f -> f.message().vi()).collect(Collectors.joining(" "));
        String en = faults.stream().map(f -> f.message().en()).collect(Collectors.joining(" "));
        Text sentence = Text.of("Sửa tệp " + c.file() + ": " + vi, "Mend the file " + c.file() + ": " + en);
        // At a start the authorities may come a moment after the sources: only what stays wrong is logged.
        services.timer().schedule(() -> logIfStill(sentence), MISCONFIGURED_LOG_SECONDS, TimeUnit.SECONDS);
        status.set(SourceState.MISCONFIGURED, faults.get(0).code(), sentence);
    }

    private void logIfStill(Text sentence) {
        if (status.snapshot().sentence().equals(sentence)) {
            LOG.warn("Source {} is misconfigured. {}", id, sentence.en());
        }
    }

    private static Text adapterMissing(String adapter) {
        return Text.of(
                "Chưa cài bộ kết nối «" + adapter + "»; hãy chép tệp của nó vào thư mục deploy/.",
                "The adapter «" + adapter + "» is not installed; drop its file into deploy/.");
    }

    // --- messages ---------------------------------------------------------------------------------------------------

    /** A route delivers: returns when the message is durable. Called on the route's thread. */
    Delivered deliver(Exchange exchange) throws Exception {
        Running now = running.orElseThrow(() -> stopped(id));
        taking.lockInterruptibly();
        try {
            long start = System.nanoTime();
            Taken taken = services.intake()
                    .take(
                            now.origin(),
                            header(exchange, HubHeaders.MESSAGE_ID),
                            header(exchange, HubHeaders.MESSAGE_NAME),
                            body(exchange),
                            attributes(exchange),
                            header(exchange, HubHeaders.CHECKPOINT));
            status.took(Duration.ofNanos(System.nanoTime() - start));
            status.succeeded(taken.delivered(), taken.newest().map(this::age));
            return taken.delivered();
        } catch (StoreRefusal e) {
            failing("store-refused", "Kho dữ liệu chưa nhận được thông điệp", "The store did not take a message", e);
            throw e;
        } catch (FaultException e) {
            status.set(SourceState.FAILING, e.fault().code(), e.fault().message());
            throw e;
        } catch (ArchiveUnavailableException e) {
            LOG.warn("Source {}: {}", id, e.toString());
            status.set(SourceState.FAILING, e.fault().code(), e.fault().message());
            throw e;
        } catch (IOException e) {
            failing("unreadable", "Không đọc được thông điệp", "A message could not be read", e);
            throw e;
        } finally {
            taking.unlock();
        }
    }

    private void failing(String detail, String vi, String en, Exception e) {
        LOG.warn("Source {}: {}", id, e.toString());
        status.set(
                SourceState.FAILING,
                detail,
                Text.of(
                        vi + " (" + e.getMessage() + "); nguồn sẽ gửi lại.",
                        en + " (" + e.getMessage() + "); it will come again."));
    }

    private Duration age(java.time.OffsetDateTime newest) {
        Duration age = Duration.between(newest.toInstant(), services.clock().instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    private static Optional<String> header(Exchange exchange, String name) {
        return Optional.ofNullable(exchange.getMessage().getHeader(name, String.class));
    }

    private static Object body(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof WrappedFile<?> wrapped && wrapped.getFile() instanceof File file) {
            return file.toPath();
        }
        if (body instanceof WrappedFile<?> wrapped && wrapped.getBody() instanceof File file) {
            return file.toPath();
        }
        if (body instanceof File file) {
            return file.toPath();
        }
        if (body instanceof byte[] || body instanceof CharSequence || body instanceof InputStream) {
            return body;
        }
        return exchange.getMessage().getBody(InputStream.class);
    }

    private static Map<String, String> attributes(Exchange exchange) {
        Map<String, String> attributes = new TreeMap<>();
        exchange.getMessage().getHeaders().forEach((key, value) -> {
            boolean plain = value instanceof CharSequence || value instanceof Number || value instanceof Boolean;
            if (plain && !key.startsWith("Hub") && !SECRET.contains(key.toLowerCase(Locale.ROOT))) {
                attributes.put(key, value.toString());
            }
        });
        return attributes;
    }

    /** Hands a pushed message to the instance's route. */
    Delivered push(Optional<String> named, Map<String, String> attributes, InputStream body) throws Exception {
        if (!pushes.tryAcquire()) {
            throw busy();
        }
        try (Received whole = received(body)) {
            Consumer consumer = pushConsumer.orElseThrow(() -> notPushable());
            if (!taking.tryLock(PUSH_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
            try {
                Exchange exchange = consumer.getEndpoint().createExchange(ExchangePattern.InOut);
                attributes.forEach((name, value) -> {
                    if (!steersRoutes(name)) {
                        exchange.getMessage().setHeader(name, value);
                    }
                });
                named.ifPresent(name -> exchange.getMessage().setHeader(HubHeaders.MESSAGE_ID, name));
                exchange.getMessage().setBody(whole.body());
                consumer.getProcessor().process(exchange);
                if (exchange.getException() != null) {
                    throw exchange.getException();
                }
                return exchange.getMessage().getHeader(HubHeaders.DELIVERED, Delivered.class);
            } finally {
                taking.unlock();
            }
        } finally {
            pushes.release();
        }
    }

    /** Whole, before it waits for its turn: a sender that hangs holds up nobody but itself. */
    private Received received(InputStream body) throws IOException {
        if (pushConsumer.isEmpty()) {
            throw notPushable();
        }
        return services.intake().receive(body);
    }

    /** Headers that mean something to Camel or the hub are theirs to set, not a sender's. */
    private static boolean steersRoutes(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.startsWith("camel") || name.startsWith("hub");
    }

    void acceptPushes(Consumer consumer) {
        pushConsumer = Optional.of(consumer);
    }

    void refusePushes() {
        pushConsumer = Optional.empty();
    }

    private FaultException notPushable() {
        if (status.snapshot().state() == SourceState.STARTING) {
            return FaultException.of(
                    "starting",
                    id,
                    "Nguồn «" + id + "» đang khởi động; hãy gửi lại sau vài giây.",
                    "The source «" + id + "» is starting; send it again in some seconds.");
        }
        if (running.isEmpty()) {
            return stopped(id);
        }
        return FaultException.of(
                "not-a-push-source",
                id,
                "Nguồn «" + id + "» tự lấy dữ liệu, không nhận dữ liệu gửi vào.",
                "The source «" + id + "» fetches its data itself and takes no pushed data.");
    }

    private FaultException busy() {
        return FaultException.of(
                "source-busy",
                id,
                "Nguồn «" + id + "» đang bận; hãy gửi lại sau.",
                "The source «" + id + "» is busy; send it again later.");
    }

    private static FaultException stopped(String id) {
        return FaultException.of(
                "source-stopped",
                id,
                "Nguồn «" + id + "» đang không chạy; hãy gửi lại sau.",
                "The source «" + id + "» does not run now; send it again later.");
    }

    /** Its adapter for a replay, whether or not it runs here. @throws FaultException {@code source-not-ready} */
    Adapters.Use use(long fence) {
        Plan plan = config.map(c -> Plan.of(c, services)).orElseThrow(() -> AdapterUse.notReady(id));
        if (plan instanceof Plan.Ready<?> ready) {
            return AdapterUse.of(ready, this, services, fence);
        }
        throw AdapterUse.notReady(id);
    }

    /** Its adapter and a candidate for the next version, beside its routes. @throws FaultException {@code source-not-ready} */
    Trial trial(SourceAdapter<?> candidate) {
        Plan plan = config.map(c -> Plan.of(c, services)).orElseThrow(() -> AdapterUse.notReady(id));
        if (plan instanceof Plan.Ready<?> ready) {
            return AdapterTrial.of(
                    ready,
                    candidate,
                    services,
                    () -> config.filter(ready.config()::equals).isPresent());
        }
        throw AdapterUse.notReady(id);
    }

    // --- what the adapter says and others ask
    // -------------------------------------------------------------------------

    void waiting(Text why) {
        if (running.isPresent()) {
            status.set(SourceState.WAITING, "unreachable", why);
        }
    }

    void upToDate() {
        status.succeeded(new Delivered(0, 0, 0, 0, 0), Optional.empty());
    }

    void concern(Optional<Text> what) {
        status.concern(what);
    }

    Optional<String> checkpoint() {
        return services.states().checkpoint(id);
    }

    String pseudonym(String tenant, String identifier) {
        return services.pseudonyms().of(tenant, identifier);
    }

    SourceStatus status() {
        Optional<AdapterRuntime> runtime = config.flatMap(SourceConfig::adapter).flatMap(services.adapters());
        StatusBoard.Snapshot now = status.snapshot(agreement().freshness());
        return new SourceStatus(
                id,
                config.flatMap(SourceConfig::adapter).orElse(""),
                runtime.map(AdapterRuntime::version).orElse(""),
                config.flatMap(SourceConfig::tenant).orElse(""),
                now.state(),
                now.detail(),
                now.sentence(),
                now.since(),
                now.lastSuccess(),
                now.totals(),
                now.lag(),
                now.times(),
                whileStoreIsUp(this::checkpoint, Optional.empty()),
                runtime.map(r -> r.adapter().descriptor().recordTypes().stream()
                                .map(type -> type.name())
                                .toList())
                        .orElse(List.of()),
                whileStoreIsUp(() -> services.states().confirmations(id), List.of()),
                runtime.map(r -> r.adapter().descriptor().sector()),
                runtime.flatMap(r -> r.adapter().freshness()),
                waitingMessages(),
                status.rates());
    }

    private int waitingMessages() {
        return taking.getQueueLength() + (taking.isLocked() ? 1 : 0);
    }

    SourceAgreement agreement() {
        Optional<SourceConfig> file = config;
        Optional<AdapterRuntime> runtime = file.flatMap(SourceConfig::adapter).flatMap(services.adapters());
        return AlertSettings.read(
                file.map(SourceConfig::values).orElse(Map.of()),
                runtime.map(r -> r.adapter().descriptor().sector().code()).orElse(""),
                runtime.flatMap(r -> r.adapter().freshness()));
    }

    /** A status can be read at any moment, also when the store cannot. */
    private static <T> T whileStoreIsUp(Supplier<T> question, T otherwise) {
        try {
            return question.get();
        } catch (FaultException e) {
            return otherwise;
        }
    }

    /** For whom its messages are taken, while it runs. */
    Optional<Origin> origin() {
        return running.map(Running::origin);
    }

    Optional<SourceConfig> config() {
        return config;
    }

    Optional<String> adapterId() {
        return config.flatMap(SourceConfig::adapter);
    }
}
