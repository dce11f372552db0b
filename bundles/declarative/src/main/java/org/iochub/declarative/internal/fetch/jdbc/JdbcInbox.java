package org.iochub.declarative.internal.fetch.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.iochub.api.Source;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.inbox.Inbox;
import org.iochub.declarative.internal.fetch.inbox.Parcel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reading of a table, on a connection of its own that ends with it. */
final class JdbcInbox implements Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcInbox.class);

    private final Connection connection;
    private final Reading reading;
    private Optional<Chunk> chunk = Optional.empty();

    private JdbcInbox(Connection connection, Reading reading) {
        this.connection = connection;
        this.reading = reading;
    }

    /**
     * @param kept how far the instance has come; empty until the first reading asks the hub
     */
    static Inbox open(JdbcOptions options, Source<DeclaredSettings> source, AtomicReference<Optional<Progress>> kept)
            throws SQLException {
        DeclaredSettings settings = source.settings();
        String url = options.url().fill(settings);
        Properties account = new Properties();
        options.user().ifPresent(user -> account.setProperty("user", user.fill(settings)));
        options.password().ifPresent(password -> account.setProperty("password", password.fill(settings)));
        Duration timeout = options.timeout().of(settings);
        ZoneId zone = options.zone().orElse(source.zone());
        Progress from =
                kept.get().or(() -> source.checkpoint().map(Progress::parse)).orElse(Progress.START);

        Connection connection = Driver.of(url).connect(url, account, timeout, zone);
        try {
            NamedQuery query = options.query(settings);
            PreparedStatement statement = connection.prepareStatement(query.sql());
            statement.setQueryTimeout(Math.toIntExact(Math.max(1, timeout.toSeconds())));
            Rows rows = new Rows(statement, query, options, zone);
            Reading reading = options.watermark().isPresent()
                    ? new MarkedReading(rows, options.watermark().get(), source, zone, from, kept)
                    : new WholeReading(rows, source.clock(), from, kept);
            return new JdbcInbox(connection, reading);
        } catch (SQLException | RuntimeException e) {
            quietly(connection);
            throw e;
        }
    }

    /** What one reading gives, chunk after chunk. */
    interface Reading {
        Optional<Chunk> next() throws SQLException, IOException;
    }

    @Override
    public Optional<Parcel> next() throws SQLException, IOException {
        release();
        chunk = reading.next();
        return chunk.map(found -> new Parcel(
                found.id(),
                found.name(),
                found.rows().body(),
                Map.of("Content-Type", "application/x-ndjson"),
                Optional.of(found.progress().text()),
                found.taken()::run));
    }

    private void release() throws IOException {
        if (chunk.isPresent()) {
            chunk.get().rows().close();
            chunk = Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            release();
        } catch (IOException e) {
            LOG.debug("A temporary file stays until the next start: {}", e.toString());
        }
        quietly(connection);
    }

    private static void quietly(Connection connection) {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debug("A connection did not close cleanly: {}", e.getSQLState());
        }
    }
}
