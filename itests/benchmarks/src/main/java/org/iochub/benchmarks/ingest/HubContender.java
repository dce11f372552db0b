package org.iochub.benchmarks.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.iochub.api.Normalizer;
import org.iochub.archive.internal.FileArchive;
import org.iochub.benchmarks.CpuByThread;
import org.iochub.core.archive.ArchivePolicy;
import org.iochub.core.archive.Archiver;
import org.iochub.core.pipeline.internal.Intake;
import org.iochub.core.pipeline.internal.Origin;
import org.iochub.core.pipeline.internal.RecordPartMerger;
import org.iochub.core.pipeline.internal.Taken;
import org.iochub.core.type.internal.TypeRegistry;
import org.iochub.store.internal.open.Store;

/** The hub's own pipeline and store, set up as a running hub sets them up: a file is a message. */
final class HubContender implements Contender {
    private static final String SOURCE = "phan-anh";
    private static final ArchivePolicy KEPT = new ArchivePolicy(ArchivePolicy.Mode.PLAIN, Duration.ofDays(1), 1L << 40);

    private final Normalizer normalizer;
    private final boolean archived;

    /** @param normalizer of the adapter that is measured */
    HubContender(Normalizer normalizer) {
        this(normalizer, false);
    }

    /** @param archived whether raw messages are archived as well */
    HubContender(Normalizer normalizer, boolean archived) {
        this.normalizer = normalizer;
        this.archived = archived;
    }

    @Override
    public Round run(List<Path> files, int records, Path folder) throws Exception {
        double seconds;
        Map<String, Long> cpu;
        double readSeconds;
        ExecutorService forcing = Executors.newSingleThreadExecutor();
        FileArchive archive = FileArchive.plain(folder.resolve("data/archive"), forcing);
        try (Store store = new Store(
                        Store.Settings.embedded(folder), new RecordPartMerger(new TypeRegistry()), position -> {})
                .opened()) {
            Intake intake = new Intake(
                    store.records(), archived ? archive : Archiver.NONE, folder.resolve("tmp"), Clock.systemUTC());
            long fence = store.records().takeOver(SOURCE, "benchmark");
            Origin origin = new Origin(
                    SOURCE,
                    "quang-ngai",
                    "benchmark",
                    "1.0.0",
                    false,
                    normalizer,
                    fence,
                    archived ? KEPT : ArchivePolicy.none());
            CpuByThread watch = new CpuByThread();
            long start = System.nanoTime();
            for (Path file : files) {
                take(intake, origin, file);
            }
            seconds = (System.nanoTime() - start) / 1e9;
            cpu = watch.nanos();
            long readStart = System.nanoTime();
            FeedCheck.everyReportOnceInOrder(store.feed(), records);
            readSeconds = (System.nanoTime() - readStart) / 1e9;
        } finally {
            archive.close();
            forcing.shutdown();
        }
        return new Round(seconds, Folders.size(folder.resolve("data")), cpu, readSeconds);
    }

    private static void take(Intake intake, Origin origin, Path file) throws Exception {
        Taken taken = intake.take(
                origin,
                Optional.of(file.getFileName().toString()),
                Optional.empty(),
                file,
                Map.of(),
                Optional.of(file.getFileName().toString()));
        if (taken.delivered().quarantined() > 0) {
            throw new IllegalStateException(file + ": " + taken.delivered());
        }
    }
}
