package org.iochub.core.source.internal;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks one after the other on threads borrowed from a pool; no thread is held while there is nothing to do. */
final class SerialExecutor implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(SerialExecutor.class);
    private final Executor pool;
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean running;

    SerialExecutor(Executor pool) {
        this.pool = pool;
    }

    @Override
    public synchronized void execute(Runnable task) {
        tasks.add(task);
        if (!running) {
            running = true;
            pool.execute(this::runOne);
        }
    }

    private void runOne() {
        Runnable task;
        synchronized (this) {
            task = tasks.remove();
        }
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("A step in the life of a source failed; the source's status says more", e);
        } finally {
            synchronized (this) {
                if (tasks.isEmpty()) {
                    running = false;
                } else {
                    pool.execute(this::runOne);
                }
            }
        }
    }
}
