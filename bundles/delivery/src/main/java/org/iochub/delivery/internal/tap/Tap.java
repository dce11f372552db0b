package org.iochub.delivery.internal.tap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.iochub.core.delivery.DeliveryPlace;
import org.iochub.core.delivery.DeliveryState;
import org.iochub.core.delivery.TapProgress;
import org.iochub.core.delivery.TapStatus;
import org.iochub.core.log.FeedHead;
import org.iochub.model.Text;
import org.iochub.reading.cursor.Place;
import org.iochub.reading.event.EventAttributes;
import org.iochub.reading.event.EventJson;
import org.iochub.reading.feed.FeedPage;
import org.iochub.reading.feed.FeedReading;
import org.iochub.reading.scope.Scope;
import org.iochub.reading.scope.ScopeRefusal;
import org.iochub.reading.scope.Shown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what one file wants, on a thread of its own: batch after batch in the order of the log, each kept as sent once the
 * platform has acknowledged all of it. After any failure, and after a crash, the batch that was not kept is sent again.
 */
final class Tap implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tap.class);
    private static final long MOST_BYTES = 1L << 20;
    private static final long LOOK_MILLIS = 1_000;
    private static final long GOODBYE_MILLIS = 5_000;
    /** A stretch without anything for the platform is kept now and then only. */
    private static final long LONG_STRETCH = 5_000;

    private final TapSettings settings;
    private final TapServices with;
    private final Outlet.Kind kind;
    private final FeedReading reading;
    private final EventJson events;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();

    private volatile boolean closed;
    private volatile boolean working;
    private volatile Optional<Text> waiting = Optional.empty();
    private volatile Optional<Instant> lastSuccess = Optional.empty();
    private volatile boolean broken;
    /** Everything up to here was looked at; counts for this place only. */
    private volatile DeliveryPlace scannedFrom = new DeliveryPlace("", 0);

    private volatile long scannedTo;
    private Optional<Outlet> outlet = Optional.empty();
    private int attempts;

    Tap(TapSettings settings, TapServices with) {
        this.settings = settings;
        this.with = with;
        this.kind = settings.kind().equals("kafka") ? new KafkaKind(settings) : new MqttKind(settings);
        this.reading = new FeedReading(with.log());
        this.events = new EventJson(new EventAttributes(with.hub()));
        this.thread = new Thread(this::run, "hub-tap-" + settings.name());
        thread.setDaemon(true);
        thread.start();
    }

    void working(boolean now) {
        working = now;
        wake();
    }

    private void run() {
        while (!closed) {
            try {
                if (!working || broken || !step()) {
                    await(LOOK_MILLIS);
                }
            } catch (InterruptedException e) {
                break;
            } catch (Exception | LinkageError e) {
                if (closed) {
                    break;
                }
                failed(e);
            }
        }
        letGo();
    }

    /** @return whether there may be more to do at once */
    private boolean step() throws Exception {
        TapProgress progress = progress();
        if (progress.paused()) {
            letGo();
            return false;
        }
        FeedHead head = with.log().head();
        long from = from(progress.place());
        if (!head.epoch().equals(progress.place().epoch()) || from > head.position()) {
            return stop(TapSentences.restored());
        }
        Scope scope;
        try {
            scope = with.scoping().of(settings.grants(), settings.wanted());
        } catch (ScopeRefusal refusal) {
            return stop(refusal.text());
        }
        if (from + 1 < head.oldest(scope.filter().types())) {
            return stop(TapSentences.cursorGone());
        }
        FeedPage page = reading.read(scope, from, settings.batch(), MOST_BYTES);
        if (from + 1 < with.log().head().oldest(scope.filter().types())) {
            return stop(TapSentences.cursorGone());
        }
        if (page.records().isEmpty()) {
            scannedFrom = progress.place();
            scannedTo = page.next();
            if (page.next() - progress.place().position() >= LONG_STRETCH) {
                keep(progress, page.next());
            }
            return page.more();
        }
        if (outlet.isEmpty()) {
            outlet = Optional.of(kind.open());
        }
        outlet.get().send(messages(progress.place().epoch(), page.records()));
        keep(progress, page.next());
        attempts = 0;
        waiting = Optional.empty();
        lastSuccess = Optional.of(with.clock().instant());
        delivered.addAndGet(page.records().size());
        with.trail()
                .delivered(
                        TapSentences.delivered(settings, page.records()),
                        page.records().size());
        return true;
    }

    private long from(DeliveryPlace place) {
        return scannedFrom.equals(place) ? Math.max(place.position(), scannedTo) : place.position();
    }

    private TapProgress progress() {
        return with.store().tap(settings.name()).orElseGet(() -> {
            TapProgress first = new TapProgress(with.places().of(settings.start()), false);
            with.store().tap(settings.name(), first);
            return first;
        });
    }

    /** What somebody paused or rewound meanwhile stays so. */
    private void keep(TapProgress before, long to) {
        lock.lock();
        try {
            TapProgress now = progress();
            if (now.place().equals(before.place())) {
                with.store()
                        .tap(
                                settings.name(),
                                new TapProgress(new DeliveryPlace(now.place().epoch(), to), now.paused()));
            }
        } finally {
            lock.unlock();
        }
    }

    private List<TapMessage> messages(String epoch, List<Shown> records) {
        List<TapMessage> messages = new ArrayList<>(records.size());
        try {
            for (Shown shown : records) {
                ByteArrayOutputStream event = new ByteArrayOutputStream();
                events.write(shown, event);
                messages.add(new TapMessage(
                        settings.topic().of(shown.record()),
                        shown.record().type() + "/" + shown.record().id().value(),
                        with.cursors().write(new Place(epoch, shown.record().position())),
                        event.toByteArray()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    private boolean stop(Text why) {
        broken = true;
        waiting = Optional.of(why);
        letGo();
        LOG.warn("Tap {} stands still: {}", settings.name(), why);
        with.trail().decided("tap-broken", settings.name(), Map.of());
        return false;
    }

    private void failed(Throwable trouble) {
        letGo();
        failures.incrementAndGet();
        attempts++;
        Text why = TapSentences.of(kind, trouble);
        if (attempts == 1) {
            LOG.warn("Tap {} waits: {}", settings.name(), why);
        }
        LOG.debug("Tap {}", settings.name(), trouble);
        waiting = Optional.of(why);
        long end = System.nanoTime() + with.backoff().after(attempts).toNanos();
        try {
            while (!closed && !broken && attempts > 0 && System.nanoTime() < end) {
                await(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void letGo() {
        outlet.ifPresent(Outlet::close);
        outlet = Optional.empty();
    }

    private void await(long millis) throws InterruptedException {
        lock.lock();
        try {
            if (!closed) {
                changed.await(millis, TimeUnit.MILLISECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Something may be new. */
    void wake() {
        if (lock.tryLock()) {
            try {
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    void paused(boolean value) {
        lock.lock();
        try {
            with.store().tap(settings.name(), new TapProgress(progress().place(), value));
            resumed();
        } finally {
            lock.unlock();
        }
    }

    void rewind(String after) {
        DeliveryPlace place = with.places().of(after);
        lock.lock();
        try {
            scannedFrom = new DeliveryPlace("", 0);
            with.store().tap(settings.name(), new TapProgress(place, progress().paused()));
            resumed();
        } finally {
            lock.unlock();
        }
    }

    private void resumed() {
        broken = false;
        waiting = Optional.empty();
        changed.signalAll();
    }

    TapStatus status() {
        Optional<TapProgress> progress = with.store().tap(settings.name());
        FeedHead head = with.log().head();
        return new TapStatus(
                settings.name(),
                settings.kind(),
                settings.servers() + " " + settings.topic().text(),
                broken
                        ? DeliveryState.BROKEN
                        : progress.filter(TapProgress::paused).isPresent()
                                ? DeliveryState.PAUSED
                                : DeliveryState.ACTIVE,
                progress.map(now -> with.cursors()
                        .write(new Place(now.place().epoch(), now.place().position()))),
                progress.map(now -> Math.max(0, head.position() - from(now.place())))
                        .orElse(head.position()),
                lastSuccess,
                waiting,
                delivered.get(),
                failures.get());
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            // The one that takes its place must not send at the same time.
            thread.join(GOODBYE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
