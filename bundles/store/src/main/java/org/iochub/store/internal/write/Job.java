package org.iochub.store.internal.write;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/**
 * Something for the one writing thread to do.
 *
 * @param <T> what comes of it
 */
public final class Job<T> {
    /** Runs on the writing thread, possibly more than once; commits before it returns. */
    @FunctionalInterface
    public interface Action<T> {
        Done<T> run(Context context) throws SQLException;
    }

    /**
     * What came of a job.
     *
     * @param position the last position in the log that it took; 0 for none
     */
    public record Done<T>(T value, long position) {}

    final String source;
    /** Jobs of a message stand and fall together; empty for others. */
    final String message;

    final Action<T> action;
    final Runnable afterwards;
    final CompletableFuture<T> future = new CompletableFuture<>();
    private T value;
    private long position;

    Job(String source, String message, Action<T> action, Runnable afterwards) {
        this.source = source;
        this.message = message;
        this.action = action;
        this.afterwards = afterwards;
    }

    /** Does the work; the future is completed later, when the disk has it. */
    void run(Context context) throws SQLException {
        Done<T> done = action.run(context);
        value = done.value();
        position = done.position();
    }

    long position() {
        return position;
    }

    void complete() {
        try {
            afterwards.run();
        } finally {
            future.complete(value);
        }
    }

    void fail(Throwable cause) {
        try {
            afterwards.run();
        } finally {
            future.completeExceptionally(cause);
        }
    }
}
