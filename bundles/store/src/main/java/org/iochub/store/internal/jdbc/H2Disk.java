package org.iochub.store.internal.jdbc;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;

/**
 * H2's file, written by the thread that calls and by no other. Left to itself H2 writes commits in the background, some
 * time later; with a delay of 0 it writes each by itself; and with either, {@code CHECKPOINT SYNC} can come before a write
 * that another thread has only begun. Here commits gather in memory and one call writes and forces them.
 *
 * <p>Tidying rewrites what is still in use of mostly dead pieces of the file; their room is used again 45 seconds later. It
 * never moves pieces as H2's own housekeeping does, which can damage the file (its issue 4086).
 */
final class H2Disk implements Disk {
    /** No background writer, and no write at every commit either. */
    private static final int BY_HAND = -1;

    private static final long TIDY_EVERY = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int STEP = 8 * 1024 * 1024;
    /** Percent of the file that should be in use. */
    private static final int BUSY_FILL = 50;

    private static final int IDLE_FILL = 75;

    private final MVStore store;
    private long tidied = System.nanoTime();

    H2Disk(MVStore store) {
        this.store = store;
        store.setAutoCommitDelay(BY_HAND);
    }

    @Override
    public void force() throws SQLException {
        try {
            store.commit();
            store.sync();
        } catch (RuntimeException e) {
            throw new SQLException("the database could not be forced to disk", StoreFaults.DISK_FAILED, e);
        }
    }

    @Override
    public boolean open() {
        return !store.isClosed();
    }

    @Override
    public void tidy(boolean idle) throws SQLException {
        long now = System.nanoTime();
        if (now - tidied < TIDY_EVERY) {
            return;
        }
        tidied = now;
        try {
            if (store.compact(idle ? IDLE_FILL : BUSY_FILL, STEP)) {
                store.commit();
            }
        } catch (RuntimeException e) {
            throw new SQLException("the database's file could not be tidied", StoreFaults.DISK_FAILED, e);
        }
    }
}
