package org.iochub.simulators.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.h2.tools.Server;
import org.iochub.simulators.Simulator;
import org.iochub.simulators.TemporaryDirectory;

/** A database server with the views that sectors open to readers: public investment and land, each by province. */
public final class ProvinceDatabaseSimulator implements Simulator {
    private static final String READER = "IOC";

    private final Path directory = TemporaryDirectory.make("databases");
    /** Made up anew each time: the server is open to every program on this machine. */
    private final String password = UUID.randomUUID().toString();

    private final Map<String, Connection> kept = new LinkedHashMap<>();
    private final Server server;

    public ProvinceDatabaseSimulator(long seed) {
        try {
            Files.writeString(directory.resolve("password"), password);
            // Without -ifNotExists, so that nobody makes databases over the network.
            this.server = Server.createTcpServer("-tcpPort", "0", "-tcpDaemon").start();
            open("dau-tu-quang-nam", connection -> InvestmentTable.fill(connection, "49", new Random(seed)));
            open("dau-tu-quang-ngai", connection -> InvestmentTable.fill(connection, "51", new Random(seed + 1)));
            open("dat-dai-quang-nam", connection -> LandTable.fill(connection, new Random(seed + 2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the database server does not start: " + e.getMessage(), e);
        }
    }

    /** Makes one database. */
    @FunctionalInterface
    private interface Filling {
        void fill(Connection connection) throws SQLException;
    }

    private void open(String name, Filling filling) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:h2:mem:" + memory(name), "SA", password);
        // The database is there as long as this connection is.
        kept.put(name, connection);
        filling.fill(connection);
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE USER " + READER + " PASSWORD '" + password + "'");
            statement.execute("GRANT SELECT ON SCHEMA PUBLIC TO " + READER);
        }
    }

    /** Several simulators may live in one program. */
    private String memory(String name) {
        return name + "-" + server.getPort();
    }

    /** Where readers find a database. */
    public String url(String name) {
        return "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:" + memory(name);
    }

    /** The owner's connection to one of the databases, to change rows by. */
    public Connection connection(String name) {
        return kept.get(name);
    }

    @Override
    public String name() {
        return "planning-investment";
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        Map<String, Map<String, String>> instances = new LinkedHashMap<>();
        instances.put("investment-quang-nam", settings("planning-investment", "quang-nam", "dau-tu-quang-nam"));
        instances.put("investment-quang-ngai", settings("planning-investment", "quang-ngai", "dau-tu-quang-ngai"));
        Map<String, String> land = settings("land", "quang-nam", "dat-dai-quang-nam");
        land.put("zone", "107-45");
        instances.put("land-quang-nam", land);
        return instances;
    }

    private Map<String, String> settings(String adapter, String tenant, String database) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("adapter", adapter);
        settings.put("tenant", tenant);
        settings.put("url", url(database));
        settings.put("user", READER);
        settings.put("password", "file:" + directory.resolve("password").toAbsolutePath());
        settings.put("every", "10s");
        return settings;
    }

    @Override
    public void close() {
        for (Connection connection : kept.values()) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        server.stop();
        TemporaryDirectory.remove(directory);
    }
}
