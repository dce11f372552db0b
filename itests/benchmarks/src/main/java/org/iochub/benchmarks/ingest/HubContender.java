package org.iochub.benchmarks.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.Normalizer;
import org.iochub.benchmarks.CpuByThread;
import org.iochub.core.pipeline.internal.Intake;
import org.iochub.core.pipeline.internal.Origin;
import org.iochub.core.pipeline.internal.RecordPartMerger;
import org.iochub.core.pipeline.internal.Taken;
import org.iochub.core.type.internal.TypeRegistry;
import org.iochub.store.internal.open.Store;

/** The hub's own pipeline and store, set up as a running hub sets them up: a file is a message. */
final class HubContender implements Contender {
    private static final String SOURCE = "phan-anh";

    private final Normalizer normalizer;

    /** @param normalizer of the adapter that is measured */
    HubContender(Normalizer normalizer) {
        this.normalizer = normalizer;
    }

    @Override
    public Round run(List<Path> files, int records, Path folder) throws Exception {
        double seconds;
        Map<String, Long> cpu;
        double readSeconds;
        try (Store store = new Store(
                        Store.Settings.embedded(folder), new RecordPartMerger(new TypeRegistry()), position -> {})
                .opened()) {
            Intake intake = new Intake(store.records(), folder.resolve("tmp"), Clock.systemUTC());
            long fence = store.records().takeOver(SOURCE, "benchmark");
            Origin origin = new Origin(SOURCE, "quang-ngai", "benchmark", "1.0.0", false, normalizer, fence);
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
