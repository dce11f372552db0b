package org.iochub.shadow.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;

/**
 * The one thread on which adapters are tried, within a time. One that does not end when it is told to is left to itself and
 * another thread takes its place. Used by one thread, but for {@link #breakOff}.
 */
final class Bench implements AutoCloseable {
    private final Limits limits;
    private ExecutorService thread = fresh();
    private volatile Optional<Attempt> underWay = Optional.empty();

    /** A person wants an end of what is under way. */
    static final class BrokenOffException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** It took longer than it may. */
    static final class HungException extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean stuck;

        HungException(boolean stuck) {
            this.stuck = stuck;
        }

        boolean stuck() {
            return stuck;
        }
    }

    private record Attempt(Future<?> future, Runnable cut) {
        void end() {
            cut.run();
            future.cancel(true);
        }
    }

    Bench(Limits limits) {
        this.limits = limits;
    }

    private static ExecutorService fresh() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "hub-shadow-trial");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        });
    }

    /**
     * Reads a message.
     *
     * @throws IOException when it could not be read this time, or holds too much
     * @throws BrokenOffException when a person wants an end
     */
    Reading read(Normalizer normalizer, RawMessage message, Duration atMost) throws IOException, InterruptedException {
        CutMessage cut = new CutMessage(message);
        try {
            return within(atMost, cut::cut, () -> new Reader(normalizer, cut, limits.changes()).read());
        } catch (HungException e) {
            return new Reading(List.of(), Optional.empty(), atMost, true, e.stuck());
        }
    }

    /** Does something that may hang. */
    <T> T within(Duration atMost, Runnable cut, Callable<T> work)
            throws IOException, HungException, InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Future<T> future = thread.submit(() -> {
            try {
                return work.call();
            } finally {
                ended.countDown();
            }
        });
        Attempt attempt = new Attempt(future, cut);
        underWay = Optional.of(attempt);
        try {
            return future.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            attempt.end();
            throw new HungException(replaceUnless(ended));
        } catch (CancellationException e) {
            replaceUnless(ended);
            throw new BrokenOffException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            underWay = Optional.empty();
        }
    }

    /** @return whether the thread had to be left to itself */
    private boolean replaceUnless(CountDownLatch ended) throws InterruptedException {
        if (ended.await(limits.grace().toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        thread.shutdownNow();
        thread = fresh();
        return true;
    }

    /** Ends what is under way. By any thread. */
    void breakOff() {
        underWay.ifPresent(Attempt::end);
    }

    @Override
    public void close() {
        breakOff();
        thread.shutdownNow();
    }
}
