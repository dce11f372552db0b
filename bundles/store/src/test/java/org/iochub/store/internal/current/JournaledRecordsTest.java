package org.iochub.store.internal.current;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.schema.Migrations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is in the journal, in memory or in the table already: it reads as one map. */
class JournaledRecordsTest {
    private static final int FULL = 300;
    private static final long LAST = 5_000;

    @TempDir
    Path folder;

    private final Random random = new Random(20_250_701);
    private final TreeMap<Long, Long> expected = new TreeMap<>();
    private Database database;
    private JournaledRecords records;

    @BeforeEach
    void open() throws SQLException {
        database = new Database(Database.Place.embedded(folder));
        Migrations.run(database);
        records = JournaledRecords.open(database, FULL);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void readsAsOneMapThroughSweepsFailuresAndNewStarts() throws SQLException {
        for (int round = 0; round < 150; round++) {
            Map<Long, Long> changes = new HashMap<>();
            for (int i = 0; i < 40; i++) {
                changes.put(1 + (long) random.nextInt((int) LAST), random.nextLong());
            }
            if (random.nextInt(5) == 0) {
                failing(changes);
            } else {
                database.transaction(c -> write(c, changes));
                records.committed();
                expected.putAll(changes);
            }
            if (random.nextInt(20) == 0) {
                close();
                open();
            }
            check();
        }
        assertThat(count("current_record")).as("rows swept into the table").isGreaterThan(1_000);
        assertThat(count("current_journal")).as("entries not forgotten yet").isLessThan(40);
    }

    private void failing(Map<Long, Long> changes) throws SQLException {
        try {
            database.transaction(c -> {
                write(c, changes);
                throw new SQLException("made up");
            });
        } catch (SQLException e) {
            assertThat(e.getMessage()).isEqualTo("made up");
        }
        records.rolledBack();
    }

    private Void write(Connection c, Map<Long, Long> changes) throws SQLException {
        List<CurrentRecords.Placed> fresh = new ArrayList<>();
        List<CurrentRecords.Placed> changed = new ArrayList<>();
        changes.forEach((slot, vid) ->
                (expected.containsKey(slot) ? changed : fresh).add(new CurrentRecords.Placed(slot, row(slot, vid))));
        records.write(c, fresh, changed);
        return null;
    }

    private void check() {
        database.read(c -> {
            Map<Long, Long> all = new TreeMap<>();
            long after = 0;
            List<CurrentRecords.Placed> page;
            do {
                page = records.range(c, after, LAST, 97);
                for (CurrentRecords.Placed row : page) {
                    assertThat(row.slot()).isGreaterThan(after);
                    after = row.slot();
                    all.put(row.slot(), row.row().vid());
                }
            } while (page.size() == 97);
            assertThat(all).isEqualTo(expected);
            long slot = 1 + (long) random.nextInt((int) LAST);
            assertThat(records.find(c, slot).map(CurrentRow::vid)).isEqualTo(Optional.ofNullable(expected.get(slot)));
            Map<Long, CurrentRow> some = records.lock(c, List.of(slot, slot + 1));
            assertThat(some.containsKey(slot + 1)).isEqualTo(expected.containsKey(slot + 1));
            return null;
        });
    }

    private long count(String table) {
        return database.read(c -> Sql.first(c, row -> row.getLong(1), "SELECT COUNT(*) FROM " + table)
                .orElseThrow());
    }

    private static CurrentRow row(long slot, long vid) {
        return new CurrentRow(slot, vid, vid, 1, 1, 0, false, false, 0, new byte[16], null);
    }
}
