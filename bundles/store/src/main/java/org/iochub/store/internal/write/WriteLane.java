package org.iochub.store.internal.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.iochub.model.FaultException;
import org.iochub.store.internal.jdbc.Disk;
import org.iochub.store.internal.jdbc.StoreFaults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way in: a thread that runs transactions one after the other, then forces to disk, at once, all that it committed.
 * Forcing while the next transaction runs was slower: what is half done would be written twice. Nobody outside ever holds
 * the thread, so nobody can interrupt it. Jobs are answered by another thread. Safe for any number of threads.
 */
public final class WriteLane implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WriteLane.class);
    private static final int ATTEMPTS = 6;
    /** Transactions are gathered for one forcing while others wait and so long no more. */
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

    /** What the lane asks of its owner. */
    public interface Owner {
        /** The open database. @throws SQLException when it cannot be opened now */
        Open open() throws SQLException;

        /** What was opened failed and may be of no use any more; it may have been replaced meanwhile. */
        void broken(Open failed, Throwable cause);

        /** Everything up to this position is on disk. */
        void durable(long position);

        /** Nothing to do for a second. */
        void idle();

        /** Some transactions are done, or there were none for a second: what is due may be queued. */
        void round();
    }

    /** An open database as the lane uses it. */
    public record Open(Context context, Disk disk) {}

    private final Owner owner;
    private final Turns turns = new Turns();
    /** Source and message of batches that failed; the rest of the message fails too, until somebody asks how far it came. */
    private final Set<String> failed = Collections.synchronizedSet(new HashSet<>());

    private final ExecutorService answers = Executors.newSingleThreadExecutor(WriteLane::answerThread);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread writer = new Thread(this::write, "iochub-store-writer");
    /** Committed and not yet on disk, all to the same open database; the writing thread's own. */
    private final List<Job<?>> committed = new ArrayList<>();

    private Open committedTo;

    public WriteLane(Owner owner) {
        this.owner = owner;
    }

    public void start() {
        writer.start();
    }

    private static Thread answerThread(Runnable work) {
        Thread thread = new Thread(work, "iochub-store-answers");
        thread.setDaemon(true);
        return thread;
    }

    <T> void submit(Job<T> job) {
        if (!turns.add(job)) {
            job.fail(StoreFaults.closed());
        }
    }

    /** Queues a transaction that nobody waits for. */
    public <T> void start(Job.Action<T> action) {
        submit(new Job<>("", "", action, () -> {}));
    }

    /** Runs a transaction and waits until it is on disk. An interrupt ends the waiting, not the transaction. */
    public <T> T call(String source, Job.Action<T> action) {
        Job<T> job = new Job<>(source, "", action, () -> {});
        submit(job);
        return await(job);
    }

    static <T> T await(Job<T> job) {
        try {
            return job.future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreFaults.interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FaultException fault) {
                throw fault;
            }
            throw StoreFaults.down(e.getCause());
        }
    }

    /** A message may go on, or start again, after one of its batches failed. */
    void forgiven(String source) {
        failed.removeIf(key -> key.startsWith(source + '\n'));
    }

    private void write() {
        while (!closed.get()) {
            try {
                gather();
                owner.round();
            } catch (InterruptedException e) {
                // Nobody has this thread to interrupt; should it happen, it means nothing.
                LOG.debug("interrupted", e);
            } catch (Throwable e) {
                LOG.error("The store's writing thread met something unexpected and goes on", e);
            }
        }
    }

    private void gather() throws InterruptedException {
        try {
            Job<?> job = turns.next(1_000);
            if (job == null && !closed.get()) {
                idle();
            }
            long until = System.nanoTime() + GATHER_NANOS;
            while (job != null) {
                run(job);
                job = System.nanoTime() < until ? turns.next(0) : null;
            }
        } finally {
            force();
        }
    }

    private void idle() {
        owner.idle();
        if (committedTo != null) {
            tidy(committedTo, true);
        }
    }

    private void run(Job<?> job) {
        String message = job.source + '\n' + job.message;
        if (!job.message.isEmpty() && failed.contains(message)) {
            answer(() -> job.fail(StoreFaults.earlierBatchFailed(job.message)));
            return;
        }
        for (int attempt = 1; ; attempt++) {
            Open open = null;
            try {
                open = owner.open();
                job.run(open.context());
                open.context().current().committed();
                committed.add(job);
                committedTo = open;
                if (open.disk() == Disk.ALREADY) {
                    force();
                }
                return;
            } catch (SQLException e) {
                forgetWork(open);
                if (attempt < ATTEMPTS && StoreFaults.worthAnotherTry(e)) {
                    continue;
                }
                // What was committed before is saved, if it can be, before the database may be given up.
                force();
                if (open != null && !StoreFaults.worthAnotherTry(e)) {
                    owner.broken(open, e);
                }
                failed(job, StoreFaults.down(e));
                return;
            } catch (Throwable e) {
                forgetWork(open);
                failed(job, e);
                return;
            }
        }
    }

    private static void forgetWork(Open open) {
        if (open != null) {
            open.context().current().rolledBack();
        }
    }

    private void failed(Job<?> job, Throwable cause) {
        if (!job.message.isEmpty()) {
            failed.add(job.source + '\n' + job.message);
        }
        answer(() -> job.fail(cause));
    }

    /** Makes what was committed durable and answers for it. */
    private void force() {
        if (committed.isEmpty()) {
            return;
        }
        List<Job<?>> jobs = List.copyOf(committed);
        committed.clear();
        Open open = committedTo;
        try {
            open.disk().force();
        } catch (Throwable e) {
            committedTo = null;
            owner.broken(open, e);
            jobs.forEach(job -> failed(job, StoreFaults.down(e)));
            return;
        }
        long position = jobs.stream().mapToLong(Job::position).max().orElse(0);
        if (position > 0) {
            owner.durable(position);
        }
        answer(() -> jobs.forEach(Job::complete));
        tidy(open, false);
    }

    private void tidy(Open open, boolean idle) {
        try {
            open.disk().tidy(idle);
        } catch (SQLException | RuntimeException e) {
            committedTo = null;
            owner.broken(open, e);
        }
    }

    private void answer(Runnable answer) {
        try {
            answers.execute(answer);
        } catch (RejectedExecutionException e) {
            answer.run();
        }
    }

    /** Ends the transaction under way, forces it, and refuses what had not had its turn. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        turns.close().forEach(job -> answer(() -> job.fail(StoreFaults.closed())));
        boolean interrupted = join(writer);
        answers.shutdown();
        try {
            answers.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether the caller was interrupted meanwhile */
    private static boolean join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        return interrupted;
    }
}
