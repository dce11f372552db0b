package org.iochub.core.replay.internal;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes the worker when there is something to do, or an end. */
final class Pulse {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean due;
    private boolean closed;

    void beat() {
        signal(false);
    }

    void close() {
        signal(true);
    }

    private void signal(boolean end) {
        lock.lock();
        try {
            due = true;
            closed |= end;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a beat, and no longer than that. */
    void await(Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (!due && left > 0) {
                left = changed.awaitNanos(left);
            }
            due = false;
        } finally {
            lock.unlock();
        }
    }

    /** Lets time pass, so that a job keeps its rate; only an end cuts it short. */
    void rest(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
