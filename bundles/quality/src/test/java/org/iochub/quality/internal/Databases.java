package org.iochub.quality.internal;

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

/** The two databases. */
enum Databases {
    H2 {
        @Override
        Database.Place fresh(Path folder) {
            return Database.Place.embedded(folder.resolve("data"));
        }
    },
    POSTGRESQL {
        @Override
        Database.Place fresh(Path folder) {
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (Connection c = Server.ONE.getPostgresDatabase().getConnection();
                    Statement statement = c.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return new Database.Place(
                    Optional.of(Server.ONE.getJdbcUrl("postgres", name)), "postgres", "", folder.resolve("data"), 4);
        }
    };

    abstract Database.Place fresh(Path folder);

    /** Started when first needed, stopped with the process. */
    private static final class Server {
        static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
