package org.iochub.store.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.slf4j.LoggerFactory;

/** When what was committed is written and forced to the disk. For one thread. */
public interface Disk {
    /** PostgreSQL does so with every commit. */
    Disk ALREADY = () -> {};

    /** Whatever was committed before this began is on disk when it returns. */
    void force() throws SQLException;

    /** Gives room in the file back, in a small step. @param idle nothing else is waiting */
    default void tidy(boolean idle) throws SQLException {
        // nothing to do
    }

    /** Whether the database still has its file: one that could not write closes it, and its connections do not notice. */
    default boolean open() {
        return true;
    }

    static Disk of(Database database) throws SQLException {
        if (database.dialect() != Dialect.H2) {
            return ALREADY;
        }
        try (Connection connection = database.connection()) {
            MVStore store = storeOf(connection);
            return store.getFileStore() == null ? ALREADY : new H2Disk(store);
        } catch (ReflectiveOperationException e) {
            LoggerFactory.getLogger(Disk.class)
                    .warn("H2's storage cannot be reached directly: every commit is written at once", e);
            try (Connection connection = database.connection();
                    Statement statement = connection.createStatement()) {
                // Without a background writer CHECKPOINT SYNC is exact.
                statement.execute("SET WRITE_DELAY 0");
            }
            return () -> {
                try (Connection connection = database.connection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("CHECKPOINT SYNC");
                }
            };
        }
    }

    /** By reflection, since H2's bundle exports the storage's package but not those on the way to it. */
    private static MVStore storeOf(Connection connection) throws SQLException, ReflectiveOperationException {
        Object own = connection.unwrap(JdbcConnection.class);
        Object session = own.getClass().getMethod("getSession").invoke(own);
        Object engine = session.getClass().getMethod("getDatabase").invoke(session);
        Object store = engine.getClass().getMethod("getStore").invoke(engine);
        return (MVStore) store.getClass().getMethod("getMvStore").invoke(store);
    }
}
