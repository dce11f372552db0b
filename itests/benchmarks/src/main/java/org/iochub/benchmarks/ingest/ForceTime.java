package org.iochub.benchmarks.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Disk;

/** How long the disk takes to have a commit of a thousand rows: what an acknowledgement costs at least. */
final class ForceTime {
    private static final int COMMITS = 60;
    private static final int ROWS = 1_000;

    private ForceTime() {}

    /** Milliseconds, in no order. */
    static double[] measure(Path folder) throws Exception {
        double[] millis = new double[COMMITS];
        Files.createDirectories(folder.resolve("store"));
        try (Database database = new Database(Database.Place.embedded(folder))) {
            Disk disk = Disk.of(database);
            try (Connection c = database.connection();
                    Statement statement = c.createStatement()) {
                statement.execute("CREATE TABLE line (id BIGINT PRIMARY KEY, content VARCHAR)");
            }
            String content = "x".repeat(400);
            for (int commit = 0; commit < COMMITS; commit++) {
                long first = (long) commit * ROWS;
                database.transaction(c -> insert(c, first, content));
                long start = System.nanoTime();
                disk.force();
                millis[commit] = (System.nanoTime() - start) / 1e6;
            }
        }
        return millis;
    }

    private static Void insert(Connection c, long first, String content) throws SQLException {
        try (PreparedStatement insert = c.prepareStatement("INSERT INTO line VALUES (?, ?)")) {
            for (int row = 0; row < ROWS; row++) {
                insert.setLong(1, first + row);
                insert.setString(2, content);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return null;
    }
}
