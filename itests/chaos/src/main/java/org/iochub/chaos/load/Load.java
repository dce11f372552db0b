package org.iochub.chaos.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.iochub.chaos.Ledger;
import org.iochub.chaos.Report;
import org.iochub.chaos.hub.ChaosHub;
import org.iochub.chaos.line.Trouble;

/**
 * A source under load: a thread that offers messages, some records new and some changed, and writes into the ledger what was
 * acknowledged in the way of its protocol. It outlives the hub.
 */
public abstract class Load implements AutoCloseable {
    private static final long PAUSE_MILLIS = 400;
    private static final int RECORDS = 5;
    private static final long END_MILLIS = 60_000;

    protected final String id;
    protected final Ledger ledger;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Thread thread;
    private boolean paused = true;
    private boolean resting = true;
    private boolean closed;
    private int factor = 1;
    private int message;
    private volatile Trouble trouble = Trouble.NONE;

    protected Load(String id, Ledger ledger) {
        this.id = id;
        this.ledger = ledger;
    }

    /** Of the source instance, too. */
    public final String id() {
        return id;
    }

    /** The declarative source that reads it. */
    public abstract String source();

    /** What this kind of source can suffer. */
    public abstract Set<Trouble> troubles();

    /** Whether only a record's last state is promised: the source keeps no older ones. */
    public boolean lastStateOnly() {
        return false;
    }

    /** Comes once, when the hub runs its source for the first time. */
    public void connect(ChaosHub hub) throws IOException, InterruptedException {}

    /** Offers a message; may wait for its acknowledgement. Called by the load's own thread. */
    protected abstract void send(String name, List<Report> reports) throws IOException, InterruptedException;

    /** Notes in the ledger what was acknowledged since it was last called. @return messages still without one */
    protected abstract int collect() throws IOException;

    /** What the load's own thread does while it is in trouble, besides sending. */
    protected void suffer(Trouble now) throws IOException, InterruptedException {}

    public final void start() {
        thread = new Thread(this::run, id);
        thread.start();
    }

    public final void resume() {
        lock.lock();
        try {
            paused = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public final void pause() {
        lock.lock();
        try {
            paused = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** So many times its usual rate. */
    public final void flood(int times) {
        lock.lock();
        try {
            factor = times;
        } finally {
            lock.unlock();
        }
    }

    public void trouble(Trouble next) {
        trouble = next;
    }

    protected final Trouble trouble() {
        return trouble;
    }

    /** Messages that were offered and have no acknowledgement yet. */
    public final int waiting() throws IOException {
        lock.lock();
        try {
            return collect();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing is being sent, and everything that was sent is acknowledged. */
    public final boolean settled() throws IOException {
        lock.lock();
        try {
            return paused && resting && collect() == 0;
        } finally {
            lock.unlock();
        }
    }

    protected final boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (mayGoOn()) {
                suffer(trouble);
                List<Report> reports = compose();
                ledger.offer(id, reports);
                send(name(), reports);
                message++;
                collectNow();
                rest();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            ledger.violate(id + " itself failed: " + e);
        }
    }

    /** Waits while it is paused. */
    private boolean mayGoOn() throws InterruptedException {
        lock.lock();
        try {
            resting = true;
            while (paused && !closed) {
                changed.await();
            }
            resting = false;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void collectNow() throws IOException {
        lock.lock();
        try {
            collect();
        } finally {
            lock.unlock();
        }
    }

    private void rest() throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);
            while (left > 0 && !paused && !closed) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private String name() {
        return "%s-%06d".formatted(id, message);
    }

    /** New records, the second state of one of the last message, the third of one of the message before. */
    private List<Report> compose() {
        int records;
        lock.lock();
        try {
            records = RECORDS * factor;
        } finally {
            lock.unlock();
        }
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            reports.add(new Report(code(message, i), 1));
        }
        for (int ago = 1; ago <= Math.min(2, message); ago++) {
            reports.add(new Report(code(message - ago, 0), ago + 1));
        }
        return reports;
    }

    private String code(int of, int number) {
        return "%s-%d.%d".formatted(id, of, number);
    }

    protected void shut() throws IOException {}

    @Override
    public final void close() throws IOException, InterruptedException {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (thread != null) {
            thread.join(END_MILLIS);
        }
        shut();
    }
}
