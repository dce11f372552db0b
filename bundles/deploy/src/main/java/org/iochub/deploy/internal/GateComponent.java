package org.iochub.deploy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.iochub.core.deploy.Deployment;
import org.iochub.core.deploy.Deployments;
import org.iochub.core.hub.Hub;
import org.iochub.model.FaultException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the gate on a thread of its own. Adapters go on when the gate stops: only the hub's end ends them. */
@Component(service = {Deployments.class, GateComponent.class})
public final class GateComponent implements Deployments {
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
    private final Gate gate;
    private final DeployFolder folder;
    private final BootEnd bootEnd;

    @Activate
    public GateComponent(@Reference Hub hub, BundleContext context) throws IOException {
        places = Places.under(hub.data().toAbsolutePath().normalize());
        Registry registry = new Registry(places.registry());
        registry.load();
        Clock clock = Clock.systemUTC();
        gate = new Gate(places, registry, new AdapterBundles(context, PATIENCE), clock);
        folder = new DeployFolder(places.folder(), registry, gate, clock);
        bootEnd = new BootEnd(context);
        thread.scheduleWithFixedDelay(guarded(gate::reconcile), 0, RECONCILE_SECONDS, TimeUnit.SECONDS);
        thread.scheduleWithFixedDelay(guarded(this::look), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void stop() throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(30, TimeUnit.SECONDS);
        thread.shutdownNow();
    }

    /** Whether the gate judges what is in this folder. */
    boolean watches(Path file) {
        return places.folder().equals(file.toAbsolutePath().normalize().getParent());
    }

    void lookNow() {
        try {
            thread.execute(guarded(this::look));
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
        if (!NAME.matcher(file).matches() || file.contains("..")) {
            throw FaultException.of(
                    "bad-file-name",
                    "file",
                    "Tên tệp «" + file + "» không hợp lệ: chỉ dùng chữ, số, dấu chấm, gạch nối, gạch dưới và đuôi .jar,"
                            + " .kar hoặc .yaml.",
                    "The file name «" + file + "» is not valid: letters, digits, dots, hyphens and underscores, ending"
                            + " in .jar, .kar or .yaml.");
        }
        // Hidden files are not looked at; the name appears in the folder with the whole file behind it.
        Path incoming = Files.createTempFile(places.folder(), ".incoming-", ".tmp");
        try {
            DurableFiles.take(content, incoming, Archive.MAX_FILE);
            return await(thread.submit(() -> {
                DurableFiles.moveInto(incoming, places.folder().resolve(file));
                return folder.judge(file).toDeployment();
            }));
        } catch (Refused e) {
            throw FaultException.of(
                    "too-large", "file", e.reason().vi(), e.reason().en());
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    private static Deployment await(Future<Deployment> verdict) throws IOException {
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
            folder.look();
        }
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
