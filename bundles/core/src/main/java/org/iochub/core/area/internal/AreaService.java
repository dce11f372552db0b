package org.iochub.core.area.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.iochub.core.hub.Hub;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.Areas;
import org.iochub.model.record.Area;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The units the hub is shipped with and those of the lists in {@code etc/areas/}: files named {@code areas*.csv} and
 * {@code successors*.csv}. What comes, changes or goes there counts within seconds.
 */
@Component(service = Areas.class)
public final class AreaService implements Areas {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final WatchedLists lists;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "hub-areas");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public AreaService(@Reference Hub hub) {
        Path folder = hub.data().resolve("etc/areas");
        this.lists = new WatchedLists(folder);
        watch.scheduleWithFixedDelay(lists::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void stop() {
        watch.shutdownNow();
    }

    private Areas areas() {
        return lists.current();
    }

    @Override
    public Optional<Area> byCode(String code, LocalDate at) {
        return areas().byCode(code, at);
    }

    @Override
    public AreaRef require(String code, LocalDate at) {
        return areas().require(code, at);
    }

    @Override
    public Match byName(String name, Optional<AreaRef> within, LocalDate at) {
        return areas().byName(name, within, at);
    }

    @Override
    public List<Area> spans(String code) {
        return areas().spans(code);
    }

    @Override
    public Set<AreaRef> withBelow(String code, Optional<LocalDate> at) {
        return areas().withBelow(code, at);
    }

    @Override
    public List<Area> all() {
        return areas().all();
    }
}
