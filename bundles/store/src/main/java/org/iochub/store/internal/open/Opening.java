package org.iochub.store.internal.open;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.iochub.store.internal.current.CurrentRecords;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Disk;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.jdbc.StoreFaults;
import org.iochub.store.internal.schema.Migrations;

/** Opens the database and makes it fit for use. */
final class Opening {
    /**
     * What is open.
     *
     * @param position the end of the log, on disk
     */
    record Opened(Database database, CurrentRecords current, Disk disk, long position) {}

    private Opening() {}

    static Opened open(Database.Place place) throws SQLException {
        Database database = null;
        try {
            if (place.url().isEmpty()) {
                Files.createDirectories(place.files());
            }
            database = new Database(place);
            Migrations.run(database);
            try (Connection c = database.connection()) {
                begin(c);
            }
            Disk disk = Disk.of(database);
            // What was found may have been committed by a process that was killed before it forced it.
            disk.force();
            long position = database.read(
                    c -> Sql.first(c, row -> row.getLong(1), "SELECT position FROM feed_head WHERE one = 1")
                            .orElseThrow());
            return new Opened(database, CurrentRecords.open(database), disk, position);
        } catch (SQLException | RuntimeException e) {
            if (database != null) {
                database.close();
            }
            throw e;
        } catch (IOException e) {
            throw new SQLException("the store's folder cannot be made", "58030", e);
        }
    }

    /** A new log gets a name of its own. */
    private static void begin(Connection c) throws SQLException {
        if (Sql.first(c, row -> row.getLong(1), "SELECT position FROM feed_head WHERE one = 1")
                .isPresent()) {
            return;
        }
        try {
            Sql.update(
                    c,
                    "INSERT INTO feed_head (one, epoch, position, oldest, recorded_at) VALUES (1, ?, 0, 1, 0)",
                    UUID.randomUUID().toString());
        } catch (SQLException e) {
            // Another node was quicker.
            if (!StoreFaults.worthAnotherTry(e)) {
                throw e;
            }
        }
    }
}
