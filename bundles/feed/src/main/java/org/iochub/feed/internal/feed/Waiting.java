package org.iochub.feed.internal.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.iochub.core.log.FeedBell;
import org.iochub.core.log.FeedLog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Readers that wait for the log to grow. None of them holds a thread. */
@Component(service = Waiting.class)
public final class Waiting {
    private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);
    private static final int MOST = Streams.IN_ALL + 2_000;
    private static final int READERS = 4;
    /** A ring may get lost, on its way from another node say: the log itself is asked this often, once for all. */
    private static final long ASK_MILLIS = 1_000;
    /** Between two wakings lies at least this for each that is woken, so that a crowd takes what came in between at once. */
    private static final long NANOS_EACH = TimeUnit.MICROSECONDS.toNanos(100);

    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private final FeedLog log;
    private final FeedBell bell;
    private final FeedBell.Listening listening;
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private final AtomicLong heard = new AtomicLong();
    private final AtomicBoolean waking = new AtomicBoolean();
    /** By {@link System#nanoTime()}. */
    private volatile long nextWaking = System.nanoTime();

    private final Courtesy courtesy =
            new Courtesy(System::nanoTime, Runtime.getRuntime().availableProcessors());
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, named("hub-feed-wait"));
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS, named("hub-feed-read"));

    @Activate
    public Waiting(@Reference FeedLog log, @Reference FeedBell bell) {
        this.log = log;
        this.bell = bell;
        this.listening = bell.listen(this::rung);
        clock.setRemoveOnCancelPolicy(true);
        clock.scheduleWithFixedDelay(this::ask, ASK_MILLIS, ASK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What a waiting reader does when there may be something for it. */
    @FunctionalInterface
    interface Attempt {
        /**
         * Answers the reader if there is something for it, or if this is the last attempt.
         *
         * @return the position to wait behind; empty once the reader was answered
         */
        OptionalLong read(boolean last);
    }

    /** @return whether the reader waits now; not when too many do */
    boolean park(long after, Duration atMost, Attempt attempt) {
        if (waiters.size() >= MOST) {
            return false;
        }
        Waiter waiter = new Waiter(after, attempt);
        waiters.add(waiter);
        try {
            waiter.timeout =
                    Optional.of(clock.schedule(() -> run(waiter, true), atMost.toMillis(), TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException stopped) {
            waiters.remove(waiter);
            return false;
        }
        // A ring between the reader's look at the log and its parking was not for it.
        rung(bell.heard());
        return true;
    }

    Courtesy courtesy() {
        return courtesy;
    }

    /** Does a reader's work on the threads of the waiting ones. @return whether there are any yet */
    boolean soon(Runnable work) {
        try {
            readers.execute(work);
            return true;
        } catch (RejectedExecutionException stopped) {
            return false;
        }
    }

    /** The same, after a while. */
    boolean soon(Runnable work, Duration delay) {
        return delay.isZero() ? soon(work) : later(work, delay).isPresent();
    }

    /** How far a position is from the end of the log, as far as heard. */
    long behind(long position) {
        return heard.get() - position;
    }

    /** Does something after a while, quickly, unless it is cancelled; empty when nobody is there to do it any more. */
    Optional<Future<?>> later(Runnable work, Duration delay) {
        try {
            return Optional.of(clock.schedule(() -> soon(work), delay.toMillis(), TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException stopped) {
            return Optional.empty();
        }
    }

    private void rung(long position) {
        courtesy.grown(heard.accumulateAndGet(position, Math::max));
        if (!waiters.isEmpty() && waking.compareAndSet(false, true)) {
            try {
                clock.schedule(this::wake, Math.max(0, nextWaking - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException stopped) {
                LOG.debug("A ring after the end");
            }
        }
    }

    private void wake() {
        nextWaking = System.nanoTime() + Math.min(LONGEST_PAUSE, waiters.size() * NANOS_EACH);
        waking.set(false);
        long position = heard.get();
        for (Waiter waiter : waiters) {
            if (waiter.after < position) {
                run(waiter, false);
            }
        }
    }

    private void ask() {
        try {
            if (!waiters.isEmpty()) {
                rung(log.head().position());
            }
        } catch (RuntimeException e) {
            LOG.warn("The log could not be asked for its position: {}", e.getMessage());
        }
    }

    private void run(Waiter waiter, boolean last) {
        if (last) {
            waiter.last = true;
        }
        if (waiters.contains(waiter) && waiter.running.compareAndSet(false, true)) {
            soon(() -> attempt(waiter));
        }
    }

    private void attempt(Waiter waiter) {
        boolean last = waiter.last;
        try {
            OptionalLong after = waiter.attempt.read(last);
            if (after.isEmpty() || last) {
                waiters.remove(waiter);
                waiter.timeout.ifPresent(timeout -> timeout.cancel(false));
            } else {
                waiter.after = after.getAsLong();
            }
        } finally {
            waiter.running.set(false);
        }
        // What came during the attempt found the waiter busy.
        if (waiters.contains(waiter) && (waiter.last != last || waiter.after < heard.get())) {
            run(waiter, waiter.last);
        }
    }

    int size() {
        return waiters.size();
    }

    @Deactivate
    public void stop() {
        listening.close();
        clock.shutdownNow();
        waiters.forEach(waiter -> run(waiter, true));
        readers.shutdown();
    }

    private static ThreadFactory named(String name) {
        AtomicLong number = new AtomicLong();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    private static final class Waiter {
        private final Attempt attempt;
        private final AtomicBoolean running = new AtomicBoolean();
        private volatile long after;
        private volatile boolean last;
        private volatile Optional<Future<?>> timeout = Optional.empty();

        Waiter(long after, Attempt attempt) {
            this.after = after;
            this.attempt = attempt;
        }
    }
}
