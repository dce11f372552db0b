package org.iochub.alerts.internal.look;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks what may hang, such as a store that is going down, and goes on without an answer after a while. */
final class Patient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Patient.class);
    private static final int MOST = 4;
    private final long seconds;
    private final ExecutorService threads;

    Patient(long seconds) {
        this.seconds = seconds;
        threads = new ThreadPoolExecutor(0, MOST, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "hub-alerts-look");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Empty when there was no answer in time, or none at all. */
    <T> Optional<T> ask(Callable<T> question) {
        Optional<Future<T>> answer = Optional.empty();
        try {
            answer = Optional.of(threads.submit(question));
            return Optional.ofNullable(answer.get().get(seconds, TimeUnit.SECONDS));
        } catch (TimeoutException | RejectedExecutionException e) {
            // All threads hang: whoever asked has to go on.
            answer.ifPresent(under -> under.cancel(true));
            return Optional.empty();
        } catch (ExecutionException e) {
            LOG.debug("not seen", e.getCause());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
