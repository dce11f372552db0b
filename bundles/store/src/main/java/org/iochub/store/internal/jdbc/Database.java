package org.iochub.store.internal.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The connections. Safe for any number of threads. */
public final class Database implements AutoCloseable {
    private static final Duration STATEMENT = Duration.ofSeconds(60);
    private static final Duration BORROW = Duration.ofSeconds(10);

    /**
     * Where the database is.
     *
     * @param url empty for the embedded database in {@code folder}
     * @param connections at most so many at a time
     */
    public record Place(Optional<String> url, String user, String password, Path folder, int connections) {
        public static Place embedded(Path folder) {
            return new Place(Optional.empty(), "", "", folder, 8);
        }

        /** Where the embedded database's files are; possibly a disk of its own. */
        public Path files() {
            return folder.resolve("store");
        }

        String jdbcUrl() {
            return url.orElseGet(() -> "jdbc:h2:file:" + files().resolve("hub").toAbsolutePath());
        }
    }

    /** Something to do with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private final Dialect dialect;
    private final HikariDataSource pool;
    /** A thread that is interrupted while it reads H2's file closes it for everybody: callers never do so themselves. */
    private final Optional<OwnThreads> readers;

    /** Connects at once. @throws SQLException when that does not work; nothing is left open then */
    public Database(Place place) throws SQLException {
        String url = place.jdbcUrl();
        dialect = Dialect.of(url);
        HikariConfig config = new HikariConfig();
        config.setPoolName("iochub-store");
        config.setAutoCommit(true);
        config.setMaximumPoolSize(place.connections());
        config.setMinimumIdle(2);
        config.setConnectionTimeout(BORROW.toMillis());
        config.setValidationTimeout(5_000);
        config.setInitializationFailTimeout(1);
        if (dialect == Dialect.H2) {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL(url + h2Settings(url));
            source.setUser(place.user().isEmpty() ? "hub" : place.user());
            source.setPassword(place.password());
            config.setDataSource(source);
        } else {
            config.setDataSource(postgresql(url, place));
            config.setConnectionInitSql("SET statement_timeout = '" + STATEMENT.toMillis()
                    + "ms'; SET lock_timeout = '30s'; SET synchronous_commit = on; SET TIME ZONE 'UTC'");
        }
        try {
            pool = new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new SQLException("no connection: " + e.getMessage(), "08001", e);
        }
        // The writing thread has two connections at most.
        readers = dialect == Dialect.H2
                ? Optional.of(new OwnThreads("iochub-store-read", Math.max(1, place.connections() - 2)))
                : Optional.empty();
    }

    private static PGSimpleDataSource postgresql(String url, Place place) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setConnectTimeout(10);
        source.setSocketTimeout((int) STATEMENT.toSeconds() + 30);
        source.setTcpKeepAlive(true);
        source.setApplicationName("iochub");
        // What the operator writes into the URL counts more.
        source.setURL(url);
        if (!place.user().isEmpty()) {
            source.setUser(place.user());
            source.setPassword(place.password());
        }
        return source;
    }

    private static String h2Settings(String url) {
        StringBuilder settings = new StringBuilder();
        // The hub closes the database itself; H2's own shutdown hook would come too early.
        setting(settings, url, "DB_CLOSE_ON_EXIT", "FALSE");
        // H2Disk decides when to write; until it does, every commit is written by itself.
        setting(settings, url, "WRITE_DELAY", "0");
        // H2 up to 2.4.240 may damage its file when it moves chunks while it closes (its issues 4086 and 4247).
        setting(settings, url, "MAX_COMPACT_TIME", "0");
        setting(settings, url, "QUERY_TIMEOUT", String.valueOf(STATEMENT.toMillis()));
        setting(settings, url, "LOCK_TIMEOUT", "30000");
        setting(settings, url, "QUERY_CACHE_SIZE", "64");
        // Kilobytes. Small: cached pages outlive young collections, and copying them costs more than reading them
        // again.
        setting(
                settings,
                url,
                "CACHE_SIZE",
                String.valueOf(Math.max(16_384, Runtime.getRuntime().maxMemory() / 32 / 1024)));
        return settings.toString();
    }

    private static void setting(StringBuilder settings, String url, String name, String value) {
        if (!url.contains(";" + name + "=")) {
            settings.append(';').append(name).append('=').append(value);
        }
    }

    public Dialect dialect() {
        return dialect;
    }

    public DataSource dataSource() {
        return pool;
    }

    /** A connection that commits every statement; to be closed by the caller. */
    public Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /**
     * Reads on a connection of its own. An interrupt ends the waiting, not the reading.
     *
     * @throws org.iochub.model.FaultException {@code store-down}, {@code interrupted}
     */
    public <T> T read(Work<T> work) {
        return readers.isEmpty() ? readHere(work) : readers.get().call(() -> readHere(work));
    }

    private <T> T readHere(Work<T> work) {
        try (Connection connection = connection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw StoreFaults.down(e);
        }
    }

    /** Commits when the work returns and rolls back when it throws. */
    public <T> T transaction(Work<T> work) throws SQLException {
        try (Connection connection = connection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (Throwable e) {
                try {
                    connection.rollback();
                } catch (SQLException also) {
                    e.addSuppressed(also);
                }
                throw e;
            } finally {
                if (!connection.isClosed()) {
                    connection.setAutoCommit(true);
                }
            }
        }
    }

    /** Closes the connections; with the last one H2 closes its file. */
    @Override
    public void close() {
        if (readers.isEmpty()) {
            pool.close();
        } else {
            readers.get().close(pool::close);
        }
    }
}
