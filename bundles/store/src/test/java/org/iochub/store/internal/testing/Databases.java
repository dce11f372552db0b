package org.iochub.store.internal.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import org.iochub.store.internal.jdbc.Database;

/** Where tests keep their stores. */
public interface Databases {
    /** An empty database of its own; the same place opened twice is the same database. */
    Database.Place fresh(Path folder);

    static Databases h2() {
        return folder -> Database.Place.embedded(folder.resolve("data"));
    }

    /** One server for all tests of this process, one database for each test. */
    static Databases postgresql() {
        return folder -> {
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (Connection c = Server.ONE.getPostgresDatabase().getConnection();
                    Statement statement = c.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return new Database.Place(
                    Optional.of(Server.ONE.getJdbcUrl("postgres", name)), "postgres", "", folder.resolve("data"), 4);
        };
    }

    /** Started when first needed, stopped with the process. */
    final class Server {
        public static final EmbeddedPostgres ONE = start();

        private Server() {}

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "60")
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
