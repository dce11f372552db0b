package org.iochub.store.internal.write;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Jobs waiting for the writing thread: in order within a source, and sources in turn. Safe for any number of threads. */
final class Turns {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final Map<String, ArrayDeque<Job<?>>> queues = new HashMap<>();
    private final ArrayDeque<String> turn = new ArrayDeque<>();
    private boolean closed;

    /** @return false when nothing is taken any more */
    boolean add(Job<?> job) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            ArrayDeque<Job<?>> queue = queues.computeIfAbsent(job.source, source -> new ArrayDeque<>(4));
            if (queue.isEmpty()) {
                turn.addLast(job.source);
            }
            queue.addLast(job);
            added.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The next job, or {@code null} when none came within the time or the queue was closed. */
    Job<?> next(long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (turn.isEmpty() && !closed && left > 0) {
                left = added.awaitNanos(left);
            }
            String source = turn.pollFirst();
            if (source == null) {
                return null;
            }
            ArrayDeque<Job<?>> queue = queues.get(source);
            Job<?> job = queue.pollFirst();
            if (queue.isEmpty()) {
                queues.remove(source);
            } else {
                turn.addLast(source);
            }
            return job;
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more. @return what had not had its turn */
    List<Job<?>> close() {
        lock.lock();
        try {
            closed = true;
            List<Job<?>> left = new ArrayList<>();
            queues.values().forEach(left::addAll);
            queues.clear();
            turn.clear();
            added.signalAll();
            return left;
        } finally {
            lock.unlock();
        }
    }
}
