package org.iochub.store.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.slf4j.LoggerFactory;

/**
 * Forces what was committed to the disk. PostgreSQL does so with every commit; H2 leaves it to a background thread, whose
 * pace decides nothing here: whatever was committed before {@link #force()} began is on disk when it returns.
 */
@FunctionalInterface
public interface Disk {
    Disk ALREADY = () -> {};

    void force() throws SQLException;

    static Disk of(Database database) throws SQLException {
        return database.dialect() == Dialect.H2 ? h2(database) : ALREADY;
    }

    private static Disk h2(Database database) throws SQLException {
        try (Connection connection = database.connection()) {
            MVStore store = storeOf(connection);
            if (store.getFileStore() == null) {
                return ALREADY; // in memory
            }
            return () -> {
                try {
                    store.commit();
                    // CHECKPOINT SYNC alone may force too early: with a background writer, a part of the commit that
                    // another
                    // thread began to save can still be in the pipeline. An empty operation comes out behind it.
                    store.executeFilestoreOperation(() -> {});
                    store.sync();
                } catch (RuntimeException e) {
                    throw new SQLException("the database could not be forced to disk", "58030", e);
                }
            };
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
