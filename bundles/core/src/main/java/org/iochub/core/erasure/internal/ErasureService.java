package org.iochub.core.erasure.internal;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.iochub.core.archive.ArchiveEraser;
import org.iochub.core.erasure.ErasureReport;
import org.iochub.core.erasure.ErasureStore;
import org.iochub.core.erasure.Erasures;
import org.iochub.model.RecordId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Runs {@link HubErasures}. */
@Component(service = Erasures.class, immediate = true)
public final class ErasureService implements Erasures {
    private static final long MINUTE = 60;
    private final HubErasures erasures;
    private final ScheduledExecutorService timer;

    @Activate
    public ErasureService(@Reference ErasureStore store, @Reference ArchiveEraser archive) {
        erasures = new HubErasures(store, archive);
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "hub-erasure");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(erasures::catchUp, 2, MINUTE, TimeUnit.SECONDS);
    }

    @Override
    public Optional<ErasureReport> erase(String type, RecordId id) {
        return erasures.erase(type, id);
    }

    @Deactivate
    void stop() {
        timer.shutdown();
    }
}
