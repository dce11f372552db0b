package org.iochub.archive.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.iochub.core.archive.Archive;
import org.iochub.core.archive.ArchivePage;
import org.iochub.core.archive.ArchivePolicy;
import org.iochub.core.archive.ArchiveQuery;
import org.iochub.core.archive.ArchiveUse;
import org.iochub.core.archive.ArchivedMessage;
import org.iochub.core.archive.Archiver;
import org.iochub.core.store.MessageRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the {@link FileArchive} of this hub. */
@Component(
        service = {Archive.class, Archiver.class},
        configurationPid = "org.iochub.hub",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ArchiveConfig.class)
public final class ArchiveComponent implements Archive, Archiver {
    static final long SEGMENT = 64L << 20;
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveComponent.class);
    /** As many sources may wait for the disk at once. */
    private static final int FORCING = 4;

    private final FileArchive archive;
    private final ExecutorService forcing;
    private final ScheduledExecutorService expiring;

    @Activate
    public ArchiveComponent(ArchiveConfig config) {
        Path data = Path.of(config.data());
        Path folder = config.archiveFolder().isBlank()
                ? data.resolve("archive")
                : Path.of(config.archiveFolder().strip());
        Optional<ArchiveKey> key = Optional.of(config.archiveKeyFile().strip())
                .filter(file -> !file.isEmpty())
                .map(file -> ArchiveKey.read(Path.of(file), data, folder));
        ArchivePolicy.Mode mode =
                ArchivePolicy.Mode.valueOf(config.archive().strip().toUpperCase(Locale.ROOT));
        Policies policies = new Policies(mode, config.archiveDays(), config.archiveMebibytes(), key.isPresent());
        forcing = Executors.newFixedThreadPool(FORCING, named("hub-archive-"));
        expiring = Executors.newSingleThreadScheduledExecutor(named("hub-archive-limits-"));
        archive = new FileArchive(folder, policies, key, SEGMENT, Clock.systemUTC(), forcing);
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
    public ArchivePolicy policy(ArchiveWish wish) {
        return archive.policy(wish);
    }

    @Override
    public CompletableFuture<Void> keep(ArchivePolicy policy, MessageRef message, Body body) throws IOException {
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
    public List<ArchiveUse> use() {
        return archive.use();
    }
}
