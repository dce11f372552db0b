package org.iochub.chaos.fault;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.iochub.chaos.line.Ports;

/** A PostgreSQL server that can be stopped and started with what it holds. */
public final class Postgres implements AutoCloseable {
    private final Path folder;
    private final int port = Ports.free();
    private EmbeddedPostgres server;

    public Postgres(Path folder) throws IOException {
        this.folder = folder;
        up();
    }

    public void up() throws IOException {
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("max_connections", "60")
                .start();
    }

    public void down() throws IOException {
        server.close();
    }

    /** For a hub's command. */
    public Map<String, String> environment() {
        return Map.of(
                "HUB_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "HUB_JDBC_USER",
                "postgres",
                "HUB_JDBC_PASSWORD",
                "unused");
    }

    @Override
    public void close() throws IOException {
        down();
    }
}
