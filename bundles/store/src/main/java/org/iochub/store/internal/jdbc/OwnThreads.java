package org.iochub.store.internal.jdbc;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that nobody outside holds and so nobody can interrupt; callers wait for what they do. */
final class OwnThreads {
    private final ThreadPoolExecutor threads;

    OwnThreads(String name, int most) {
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(most, most, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    /** Waits for the work. @throws org.iochub.model.FaultException {@code interrupted}, {@code store-closed} */
    <T> T call(Callable<T> work) {
        Future<T> future;
        try {
            future = threads.submit(work);
        } catch (RejectedExecutionException e) {
            throw StoreFaults.closed();
        }
        try {
            return future.get();
        } catch (InterruptedException e) {
            // Without an interrupt of its own: work that has begun ends by itself.
            future.cancel(false);
            Thread.currentThread().interrupt();
            throw StoreFaults.interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw StoreFaults.down(e.getCause());
        }
    }

    /** Does a last thing on such a thread, behind what has begun, and waits for it whatever happens to the caller. */
    void close(Runnable last) {
        threads.shutdown();
        boolean interrupted = false;
        Thread closing = new Thread(
                () -> {
                    try {
                        threads.awaitTermination(10, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        // Nobody has this thread.
                        Thread.currentThread().interrupt();
                    }
                    last.run();
                },
                "iochub-store-close");
        closing.start();
        while (closing.isAlive()) {
            try {
                closing.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
