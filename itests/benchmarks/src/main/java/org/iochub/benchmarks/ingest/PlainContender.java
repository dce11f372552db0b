package org.iochub.benchmarks.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.h2.jdbc.JdbcConnection;
import org.iochub.benchmarks.CpuByThread;
import org.iochub.store.internal.jdbc.Database;

/**
 * What somebody would write without a hub: each line parsed, inserted in batches, a commit a batch. The database is opened
 * with the store's own options; once, at the end, it is forced to disk.
 */
final class PlainContender implements Contender {
    private static final int BATCH = 1_000;

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public Round run(List<Path> files, int records, Path folder) throws Exception {
        double seconds;
        Map<String, Long> cpu;
        Files.createDirectories(folder.resolve("store"));
        try (Database database = new Database(Database.Place.embedded(folder));
                Connection pooled = database.connection()) {
            // H2's own, without the pool's wrappers around each call.
            Connection c = pooled.unwrap(JdbcConnection.class);
            try (Statement statement = c.createStatement()) {
                statement.execute("CREATE TABLE report (id VARCHAR PRIMARY KEY, json VARCHAR,"
                        + " updated TIMESTAMP WITH TIME ZONE)");
            }
            c.setAutoCommit(false);
            CpuByThread watch = new CpuByThread();
            long start = System.nanoTime();
            for (Path file : files) {
                insert(c, file);
            }
            try (Statement statement = c.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
            seconds = (System.nanoTime() - start) / 1e9;
            cpu = watch.nanos();
            c.setAutoCommit(true);
        }
        return new Round(seconds, Folders.size(folder), cpu, 0);
    }

    private void insert(Connection c, Path file) throws Exception {
        try (BufferedReader reader = Files.newBufferedReader(file);
                PreparedStatement insert = c.prepareStatement("INSERT INTO report VALUES (?, ?, ?)")) {
            int waiting = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode node = json.readTree(line);
                insert.setString(1, node.path("service_request_id").asText());
                insert.setString(2, line);
                insert.setObject(
                        3, OffsetDateTime.parse(node.path("updated_datetime").asText()));
                insert.addBatch();
                if (++waiting == BATCH) {
                    insert.executeBatch();
                    c.commit();
                    waiting = 0;
                }
            }
            insert.executeBatch();
            c.commit();
        }
    }
}
