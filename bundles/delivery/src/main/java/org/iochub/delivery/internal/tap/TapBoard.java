package org.iochub.delivery.internal.tap;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iochub.core.audit.AuditLog;
import org.iochub.core.cluster.Leases;
import org.iochub.core.delivery.DeliveryState;
import org.iochub.core.delivery.DeliveryStore;
import org.iochub.core.delivery.TapStatus;
import org.iochub.core.delivery.Taps;
import org.iochub.core.hub.Hub;
import org.iochub.core.log.FeedBell;
import org.iochub.core.log.FeedLog;
import org.iochub.delivery.internal.schedule.Backoff;
import org.iochub.delivery.internal.schedule.DeliveryTrail;
import org.iochub.delivery.internal.schedule.Places;
import org.iochub.delivery.internal.schedule.Turn;
import org.iochub.model.FaultException;
import org.iochub.model.Text;
import org.iochub.reading.cursor.Cursors;
import org.iochub.reading.scope.Scoping;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The taps there are, by the name of their file. Safe for any number of threads. */
@Component(service = {Taps.class, TapBoard.class})
public final class TapBoard implements Taps {
    private static final Logger LOG = LoggerFactory.getLogger(TapBoard.class);

    /** A tap at work, or the reason why there is none. */
    private record Entry(Optional<Tap> tap, Optional<Turn> turn, Map<String, String> values, Optional<Text> wrong) {
        void close() {
            turn.ifPresent(Turn::close);
            tap.ifPresent(Tap::close);
        }
    }

    private final Map<String, Entry> taps = new TreeMap<>();
    private final TapServices with;
    private final Leases leases;
    private final DeliveryTrail trail;
    private final FeedBell.Listening listening;

    @Activate
    public TapBoard(
            @Reference Hub hub,
            @Reference DeliveryStore store,
            @Reference FeedLog log,
            @Reference FeedBell bell,
            @Reference AuditLog audit,
            @Reference Scoping scoping,
            @Reference Cursors cursors,
            @Reference Leases leases) {
        this.leases = leases;
        this.trail = new DeliveryTrail(audit);
        this.with = new TapServices(
                hub,
                store,
                log,
                scoping,
                cursors,
                new Places(log, cursors),
                trail,
                Clock.systemUTC(),
                Backoff.ofTaps());
        this.listening = bell.listen(position -> wake());
    }

    /** Starts a tap, in the place of one of the same name. */
    public synchronized void put(String name, Map<String, String> values) {
        remove(name);
        try {
            Tap tap = new Tap(TapSettings.of(name, values), with);
            taps.put(
                    name,
                    new Entry(
                            Optional.of(tap),
                            Optional.of(new Turn(leases, "~tap/" + name, tap::working)),
                            values,
                            Optional.empty()));
        } catch (FaultException e) {
            LOG.error("org.iochub.tap-{}.cfg: {}", name, e.fault().message());
            taps.put(
                    name,
                    new Entry(
                            Optional.empty(),
                            Optional.empty(),
                            values,
                            Optional.of(e.fault().message())));
        }
    }

    public synchronized void remove(String name) {
        Optional.ofNullable(taps.remove(name)).ifPresent(Entry::close);
    }

    private void wake() {
        all().values().forEach(entry -> entry.tap().ifPresent(Tap::wake));
    }

    private synchronized Map<String, Entry> all() {
        return new TreeMap<>(taps);
    }

    @Override
    public List<TapStatus> list() {
        List<TapStatus> list = new ArrayList<>();
        all().forEach((name, entry) -> list.add(entry.tap().map(Tap::status).orElseGet(() -> wrong(name, entry))));
        return list;
    }

    private static TapStatus wrong(String name, Entry entry) {
        return new TapStatus(
                name,
                entry.values().getOrDefault("kind", ""),
                "",
                DeliveryState.BROKEN,
                Optional.empty(),
                0,
                Optional.empty(),
                entry.wrong(),
                0,
                0);
    }

    @Override
    public void pause(String name) {
        tap(name).paused(true);
    }

    @Override
    public void resume(String name) {
        tap(name).paused(false);
    }

    @Override
    public void rewind(String name, String after) {
        tap(name).rewind(after);
    }

    private Tap tap(String name) {
        Entry entry = Optional.ofNullable(all().get(name))
                .orElseThrow(() -> FaultException.of(
                        "unknown-tap", "", "Không có tap «" + name + "».", "There is no tap \"" + name + "\"."));
        return entry.tap()
                .orElseThrow(() -> FaultException.of(
                        "bad-setting",
                        "",
                        entry.wrong().map(Text::vi).orElse(""),
                        entry.wrong().map(Text::en).orElse("")));
    }

    @Deactivate
    public synchronized void stop() {
        listening.close();
        taps.values().forEach(Entry::close);
        taps.clear();
        trail.close();
    }
}
