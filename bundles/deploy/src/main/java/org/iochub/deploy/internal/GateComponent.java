package org.iochub.deploy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.iochub.core.declarative.SourceCompiler;
import org.iochub.core.deploy.Deployment;
import org.iochub.core.deploy.DeploymentPlan;
import org.iochub.core.deploy.Deployments;
import org.iochub.core.hub.Hub;
import org.iochub.core.hub.Readiness;
import org.iochub.core.shadow.Candidates;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.source.Sources;
import org.iochub.model.FaultException;
import org.iochub.model.Text;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the gate on a thread of its own. Adapters go on when the gate stops: only the hub's end ends them. */
@Component(
        service = {
            Deployments.class,
            Candidates.class,
            GateComponent.class,
            Readiness.class,
            ConfigurationListener.class
        })
public final class GateComponent implements Deployments, Candidates, Readiness, ConfigurationListener {
    private static final Logger LOG = LoggerFactory.getLogger(GateComponent.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,150}\\.(jar|kar|yaml|yml)");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long VERDICT_SECONDS = 60;
    private static final long LOOK_MILLIS = 500;
    private static final long RECONCILE_SECONDS = 30;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread gate = new Thread(task, "hub-gate");
        gate.setDaemon(true);
        return gate;
    });
    private final Places places;
    private final DeclaredAdapters declared;
    private final Gate gate;
    private final Plans plans;
    private final AsideBundles asideBundles;
    private final Aside aside;
    private final DeployFolder folder;
    private final BootEnd bootEnd;
    private volatile boolean booted;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Sources sources;

    @Activate
    public GateComponent(@Reference Hub hub, @Reference ConfigurationAdmin configurations, BundleContext context)
            throws IOException {
        Path data = hub.data().toAbsolutePath().normalize();
        // Where there is no Karaf, nothing is shipped.
        Path installation = Optional.ofNullable(context.getProperty("karaf.home"))
                .map(Path::of)
                .orElse(data.resolve("installation"));
        places = Places.under(data, installation);
        Registry registry = new Registry(places.registry());
        registry.load();
        Clock clock = Clock.systemUTC();
        AdapterBundles bundles = new AdapterBundles(context, PATIENCE);
        BroughtInstances instances = new BroughtInstances(configurations, places.etc());
        declared = new DeclaredAdapters(context, instances);
        gate = new Gate(places, registry, bundles, declared, instances, clock);
        plans = new Plans(places, registry, gate, bundles, declared, instances, this::instances);
        asideBundles = new AsideBundles(context, bundles, places.copies(), PATIENCE);
        aside = new Aside(places, registry, gate, bundles, asideBundles, declared);
        folder = new DeployFolder(places.folder(), registry, gate, clock);
        bootEnd = new BootEnd(context);
        thread.scheduleWithFixedDelay(guarded(this::reconcile), 0, RECONCILE_SECONDS, TimeUnit.SECONDS);
        thread.scheduleWithFixedDelay(guarded(this::look), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void stop() throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(30, TimeUnit.SECONDS);
        thread.shutdownNow();
        // Services of this bundle would outlive this component, but nobody could remove them any more.
        declared.stopAll();
        asideBundles.close();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setCompiler(SourceCompiler compiler) {
        declared.compiler(compiler);
        enqueue(() -> {
            folder.askSourcesAnew();
            reconcile();
        });
    }

    void unsetCompiler(SourceCompiler compiler) {
        declared.without(compiler);
    }

    private List<SourceStatus> instances() {
        return Optional.ofNullable(sources).map(Sources::list).orElse(List.of());
    }

    @Override
    public String name() {
        return "declarative-sources";
    }

    @Override
    public Optional<Text> missing() {
        if (!gate.hasSources()) {
            return Optional.empty();
        }
        if (!declared.hasCompiler()) {
            return Optional.of(Text.of(
                    "Bộ phận nguồn khai báo (org.iochub.declarative) chưa chạy nên các nguồn từ tệp YAML còn chờ.",
                    "The part for declarative sources (org.iochub.declarative) does not run, so sources from YAML files"
                            + " wait."));
        }
        return booted
                ? Optional.empty()
                : Optional.of(Text.of(
                        "Đang khởi động các nguồn từ tệp YAML.", "The sources from YAML files are being started."));
    }

    /** When an operator's file goes, the instance that a declarative source brings comes back. */
    @Override
    public void configurationEvent(ConfigurationEvent event) {
        if (event.getType() == ConfigurationEvent.CM_DELETED
                && BroughtInstances.FACTORY.equals(event.getFactoryPid())) {
            enqueue(() -> {
                if (booted) {
                    gate.settleInstances();
                }
            });
        }
    }

    /** Whether the gate judges what is in this folder. */
    boolean watches(Path file) {
        return places.folder().equals(file.toAbsolutePath().normalize().getParent());
    }

    void lookNow() {
        enqueue(this::look);
    }

    private void enqueue(Work work) {
        try {
            thread.execute(guarded(work));
        } catch (RejectedExecutionException e) {
            LOG.trace("Stopping: the next start looks");
        }
    }

    @Override
    public List<Deployment> list() {
        return gate.list();
    }

    @Override
    public Deployment deploy(String file, InputStream content) throws IOException {
        requirePlainName(file);
        // Hidden files are not looked at; the name appears in the folder with the whole file behind it.
        Path incoming = Files.createTempFile(places.folder(), ".incoming-", ".tmp");
        try {
            DurableFiles.take(content, incoming, Archive.MAX_FILE);
            return await(thread.submit(() -> {
                if (bootEnd.reached()) {
                    reconcileOnceBooted();
                }
                DurableFiles.moveInto(incoming, places.folder().resolve(file));
                return folder.judge(file).toDeployment();
            }));
        } catch (Refused e) {
            throw tooLarge(e);
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    @Override
    public DeploymentPlan plan(String file, InputStream content) throws IOException {
        requirePlainName(file);
        Path incoming = Files.createTempFile(places.copies(), ".planned-", ".tmp");
        try {
            String sha256 = DurableFiles.take(content, incoming, Archive.MAX_FILE);
            return await(thread.submit(() -> plans.plan(file, incoming, sha256)));
        } catch (Refused e) {
            throw tooLarge(e);
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    @Override
    public org.iochub.core.shadow.Candidate hold(String file, Path content) throws IOException {
        requirePlainName(file);
        try {
            Aside.Held held = thread.submit(() -> {
                        requireBooted(file);
                        return aside.hold(file, content);
                    })
                    .get(VERDICT_SECONDS, TimeUnit.SECONDS);
            return new HeldCandidate(
                    held,
                    () -> held.compiler().isPresent() && !held.compiler().equals(declared.currentCompiler()),
                    this::onGate);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refused refused) {
                throw FaultException.of(
                        "candidate-refused",
                        file,
                        refused.reason().vi(),
                        refused.reason().en());
            }
            if (e.getCause() instanceof FaultException fault) {
                throw fault;
            }
            throw new IOException("the candidate could not be judged", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no verdict on the candidate within " + VERDICT_SECONDS + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("stopped while the candidate was judged");
        }
    }

    /** Before that a candidate's neighbours are not there yet, nor perhaps what compiles it. */
    private void requireBooted(String file) {
        if (!booted || Opening.isSource(file) && !declared.hasCompiler()) {
            throw FaultException.of(
                    "not-yet",
                    file,
                    "Hệ thống còn đang khởi động các bộ kết nối; bản thử được xét sau vài giây.",
                    "The hub is still starting its adapters; the candidate is judged in some seconds.");
        }
    }

    /** While the gate stops, it lets go of everything itself. */
    private void onGate(Runnable work) {
        try {
            thread.submit(work).get(VERDICT_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOG.trace("The gate stops");
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("A candidate could not be taken away cleanly: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static FaultException tooLarge(Refused e) {
        return FaultException.of(
                "too-large", "file", e.reason().vi(), e.reason().en());
    }

    private static void requirePlainName(String file) {
        if (!NAME.matcher(file).matches() || file.contains("..")) {
            throw FaultException.of(
                    "bad-file-name",
                    "file",
                    "Tên tệp «" + file + "» không hợp lệ: chỉ dùng chữ, số, dấu chấm, gạch nối, gạch dưới và đuôi .jar,"
                            + " .kar hoặc .yaml.",
                    "The file name «" + file + "» is not valid: letters, digits, dots, hyphens and underscores, ending"
                            + " in .jar, .kar or .yaml.");
        }
    }

    private static <T> T await(Future<T> verdict) throws IOException {
        try {
            return verdict.get(VERDICT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the file could not be judged", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no verdict within " + VERDICT_SECONDS + " seconds; see the list of deployments", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("stopped while the file was judged");
        }
    }

    private void look() throws IOException {
        if (bootEnd.reached()) {
            reconcileOnceBooted();
            folder.look();
        }
    }

    private void reconcileOnceBooted() throws IOException {
        if (!booted) {
            booted = true;
            reconcile();
        }
    }

    private void reconcile() throws IOException {
        gate.reconcile(booted);
    }

    private interface Work {
        void run() throws IOException;
    }

    /** One failure must not end the watch. */
    private static Runnable guarded(Work work) {
        return () -> {
            try {
                work.run();
            } catch (IOException | RuntimeException | LinkageError e) {
                LOG.error("The gate could not do its work this time; it tries again", e);
            }
        };
    }
}
