package org.iochub.delivery.internal.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.iochub.core.delivery.DeliveryState;
import org.iochub.core.delivery.Subscription;
import org.iochub.core.log.FeedHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts attempts when they are due: one under way for each subscription, so many in all. Subscribers that fail or are
 * slow share places of their own; an attempt that turns out to be slow gives its place back and goes on among those, or
 * ends when they are taken. So those who answer never wait long for those who do not. No thread waits for a receiver.
 */
public final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int THREADS = 4;
    private static final int PLACES = 32;
    private static final int PLACES_OF_THE_SLOW = 32;
    private static final long LOOK_MILLIS = 1_000;

    private final Equipment with;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(PLACES);
    private final Semaphore placesOfTheSlow = new Semaphore(PLACES_OF_THE_SLOW);
    private final Semaphore signal = new Semaphore(0);
    private final ExecutorService pool;
    private final Courier courier;
    private final Thread thread = new Thread(this::work, "hub-webhooks");
    private volatile boolean working;
    private volatile boolean closed;
    private volatile boolean outdated = true;
    private List<Subscription> known = List.of();
    private long readAt;

    public Dispatcher(Equipment with) {
        this.with = with;
        this.pool = Executors.newFixedThreadPool(THREADS, work -> {
            Thread worker = new Thread(work, "hub-webhooks-worker");
            worker.setDaemon(true);
            return worker;
        });
        this.courier = new Courier(with, pool);
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether this node is the one that delivers. */
    public void working(boolean now) {
        working = now;
        wake();
    }

    /** Something may be due. */
    public void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    /** Subscriptions were changed. */
    public void changed() {
        outdated = true;
        wake();
    }

    Lane lane(String id) {
        return lanes.computeIfAbsent(id, same -> new Lane());
    }

    private void work() {
        while (!closed) {
            try {
                signal.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                signal.drainPermits();
                if (working && !closed) {
                    round();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.debug("Deliveries wait", e);
            }
        }
    }

    private void round() {
        if (outdated || System.nanoTime() - readAt > TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)) {
            outdated = false;
            readAt = System.nanoTime();
            List<Subscription> read = new ArrayList<>(with.store().subscriptions());
            // Nobody is always first when places are few.
            Collections.shuffle(read);
            known = read;
            forget();
        }
        if (known.isEmpty()) {
            return;
        }
        FeedHead head = with.log().head();
        Instant now = with.clock().instant();
        for (Subscription subscription : known) {
            Lane lane = lane(subscription.id());
            if (isDue(subscription, lane, head, now)) {
                start(subscription, lane, now);
            }
        }
    }

    private void forget() {
        Set<String> ids = known.stream().map(Subscription::id).collect(Collectors.toSet());
        lanes.entrySet()
                .removeIf(entry ->
                        !ids.contains(entry.getKey()) && !entry.getValue().busy.get());
        with.circuits()
                .keep(known.stream().map(each -> each.address().getAuthority()).collect(Collectors.toSet()));
    }

    private static boolean isDue(Subscription subscription, Lane lane, FeedHead head, Instant now) {
        boolean waits = lane.busy.get()
                || subscription.progress().nextAttempt().filter(now::isBefore).isPresent();
        if (waits) {
            return false;
        }
        if (subscription.state() == DeliveryState.PENDING) {
            return true;
        }
        return subscription.state() == DeliveryState.ACTIVE
                && !now.isBefore(lane.notBefore)
                && (lane.scannedTo(subscription) != head.position()
                        || !subscription.progress().place().epoch().equals(head.epoch()));
    }

    private void start(Subscription subscription, Lane lane, Instant now) {
        Optional<Room> place = Room.in(lane.slow || subscription.progress().attempts() > 0 ? placesOfTheSlow : places);
        if (place.isEmpty()) {
            return;
        }
        if (!with.circuits().enter(subscription.address().getAuthority(), now)
                || !lane.busy.compareAndSet(false, true)) {
            place.get().leave();
            return;
        }
        try {
            pool.execute(() -> attempt(subscription, lane, place.get()));
        } catch (RejectedExecutionException stopping) {
            over(lane, place.get());
        }
    }

    private void attempt(Subscription subscription, Lane lane, Room place) {
        try {
            lane.underWay(() -> {});
            CompletableFuture<Void> attempt = courier.attempt(subscription.id(), lane);
            if (!attempt.isDone()) {
                CompletableFuture.delayedExecutor(Lane.SLOW.toMillis(), TimeUnit.MILLISECONDS, pool)
                        .execute(() -> makeWay(attempt, lane, place));
            }
            attempt.whenComplete((done, trouble) -> {
                if (trouble != null) {
                    LOG.debug("An attempt of {} could not be kept; it is made again", subscription.id(), trouble);
                    with.circuits().left(subscription.address().getAuthority());
                }
                over(lane, place);
            });
        } catch (RuntimeException e) {
            LOG.debug("An attempt of {} could not be made", subscription.id(), e);
            with.circuits().left(subscription.address().getAuthority());
            // The store is away, most of the time: another look in a second is soon enough.
            lane.busy.set(false);
            place.leave();
        }
    }

    private void makeWay(CompletableFuture<Void> attempt, Lane lane, Room place) {
        if (!attempt.isDone() && !place.moveTo(placesOfTheSlow)) {
            lane.cut();
        }
        wake();
    }

    private void over(Lane lane, Room place) {
        place.leave();
        lane.busy.set(false);
        changed();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        pool.shutdownNow();
    }
}
