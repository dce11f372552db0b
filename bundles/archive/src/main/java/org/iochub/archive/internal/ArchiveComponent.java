package org.iochub.archive.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.iochub.core.archive.Archive;
import org.iochub.core.archive.ArchiveEraser;
import org.iochub.core.archive.ArchivePage;
import org.iochub.core.archive.ArchivePolicy;
import org.iochub.core.archive.ArchiveQuery;
import org.iochub.core.archive.ArchiveUnavailableException;
import org.iochub.core.archive.ArchiveUse;
import org.iochub.core.archive.ArchivedMessage;
import org.iochub.core.archive.Archiver;
import org.iochub.core.erasure.ErasedMessage;
import org.iochub.core.hub.Readiness;
import org.iochub.core.store.MessageRef;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the {@link FileArchive} of this hub. With a setting that cannot be obeyed it runs as well, and says so instead of
 * archiving: a part that is missing tells nobody why.
 */
@Component(
        service = {Archive.class, Archiver.class, ArchiveEraser.class, Readiness.class},
        configurationPid = "org.iochub.hub",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ArchiveConfig.class)
public final class ArchiveComponent implements Archive, Archiver, ArchiveEraser, Readiness {
    static final long SEGMENT = 64L << 20;
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveComponent.class);
    /** As many sources may wait for the disk at once. */
    private static final int FORCING = 4;

    private final FileArchive archive;
    private final Optional<Fault> trouble;
    private final ExecutorService forcing;
    private final ScheduledExecutorService expiring;

    @Activate
    public ArchiveComponent(ArchiveConfig config) {
        ArchiveSetup setup = ArchiveSetup.of(config);
        trouble = setup.trouble();
        trouble.ifPresent(fault -> LOG.error(
                "The raw archive does not work, and sources wait: {}",
                fault.message().en()));
        forcing = Executors.newFixedThreadPool(FORCING, named("hub-archive-"));
        expiring = Executors.newSingleThreadScheduledExecutor(named("hub-archive-limits-"));
        archive = new FileArchive(setup.folder(), setup.policies(), setup.key(), SEGMENT, Clock.systemUTC(), forcing);
        expiring.scheduleWithFixedDelay(this::expire, 1, 60, TimeUnit.MINUTES);
    }

    private void expire() {
        try {
            archive.expire();
        } catch (RuntimeException e) {
            LOG.warn("The archive's limits could not be kept: {}", e.toString());
        }
    }

    private static ThreadFactory named(String prefix) {
        return task -> {
            Thread thread = new Thread(task);
            thread.setName(prefix + thread.getId());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Deactivate
    void stop() {
        expiring.shutdown();
        archive.close();
        // Not shutdownNow: an interrupted thread would close the segment it forces.
        forcing.shutdown();
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public Optional<Text> missing() {
        return trouble.map(Fault::message);
    }

    @Override
    public ArchivePolicy policy(ArchiveWish wish) {
        boolean never = wish.mode().filter(ArchivePolicy.Mode.NONE::equals).isPresent();
        if (trouble.isPresent() && !never) {
            throw new FaultException(trouble.get());
        }
        return archive.policy(wish);
    }

    @Override
    public CompletableFuture<Void> keep(ArchivePolicy policy, MessageRef message, Body body) throws IOException {
        if (trouble.isPresent() && policy.mode() != ArchivePolicy.Mode.NONE) {
            throw new ArchiveUnavailableException(trouble.get(), null);
        }
        return archive.keep(policy, message, body);
    }

    @Override
    public List<ArchivedMessage> find(String source, String message) {
        return archive.find(source, message);
    }

    @Override
    public Optional<ArchivedMessage> at(String source, String place) {
        return archive.at(source, place);
    }

    @Override
    public ArchivePage page(ArchiveQuery query) {
        return archive.page(query);
    }

    @Override
    public InputStream open(ArchivedMessage message) throws IOException {
        return archive.open(message);
    }

    @Override
    public int erase(String source, List<ErasedMessage> messages) throws IOException {
        return archive.erase(source, messages);
    }

    @Override
    public List<ArchiveUse> use() {
        return archive.use();
    }
}
