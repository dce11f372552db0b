package org.iochub.store.internal.backup;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.iochub.store.internal.jdbc.Sql;

/** Fills tables that the migrations have just made. */
final class Load {
    private static final int BATCH_ROWS = 500;
    private static final long BATCH_BYTES = 4 << 20;

    private final Connection c;

    Load(Connection c) {
        this.c = c;
    }

    /** All tables of a backup, each committed by itself. @return the rows */
    long tables(PackageReader backup) throws SQLException, IOException {
        Map<String, Tables.Table> known =
                Tables.all(c).stream().collect(Collectors.toMap(Tables.Table::name, table -> table));
        Set<String> names = new TreeSet<>();
        for (String part : backup.manifest().parts().keySet()) {
            if (part.startsWith(Manifest.STORE)) {
                names.add(part.substring(Manifest.STORE.length()));
            }
        }
        if (!known.keySet().equals(names)) {
            throw new IOException("the backup's tables are not those of its schema: " + names);
        }
        long rows = 0;
        for (String name : names) {
            try (InputStream in = backup.part(Manifest.STORE + name)) {
                rows += table(known.get(name), new DataInputStream(new BufferedInputStream(in, 1 << 16)));
            }
        }
        return rows;
    }

    private long table(Tables.Table table, DataInputStream in) throws SQLException, IOException {
        List<String> columns = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            columns.add(in.readUTF());
        }
        if (!Set.copyOf(columns).equals(Set.copyOf(table.columns()))) {
            throw new IOException("the columns of " + table.name() + " are not those of its schema: " + columns);
        }
        // Some are born with a row.
        Sql.update(c, "DELETE FROM " + table.name());
        long rows = 0;
        String sql = "INSERT INTO " + table.name() + " (" + String.join(", ", columns) + ") VALUES ("
                + "?, ".repeat(columns.size() - 1) + "?)";
        try (PreparedStatement insert = c.prepareStatement(sql)) {
            int waiting = 0;
            long bytes = 0;
            while (in.readUnsignedByte() == 1) {
                for (int i = 1; i <= columns.size(); i++) {
                    bytes += Rows.read(in, insert, i);
                }
                insert.addBatch();
                rows++;
                if (++waiting == BATCH_ROWS || bytes > BATCH_BYTES) {
                    insert.executeBatch();
                    c.commit();
                    waiting = 0;
                    bytes = 0;
                }
            }
            insert.executeBatch();
            c.commit();
        }
        if (in.readLong() != rows) {
            throw new IOException("the rows of " + table.name() + " are not as many as it says");
        }
        return rows;
    }

    /** Numbers go on behind those in use. */
    void sequences(Map<String, Long> next) throws SQLException {
        for (String name : Tables.sequences(c)) {
            Long value = next.get(name);
            if (value != null) {
                try (var statement = c.createStatement()) {
                    statement.execute("ALTER SEQUENCE " + name + " RESTART WITH " + value);
                }
            }
        }
        c.commit();
    }
}
