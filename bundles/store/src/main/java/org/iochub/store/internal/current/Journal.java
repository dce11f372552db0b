package org.iochub.store.internal.current;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Map;
import org.iochub.store.internal.jdbc.Sql;

/**
 * The table {@code current_journal}: rows of current records in the order in which they were written, hundreds in one row of
 * the database, each as slot, length and packed form.
 */
final class Journal {
    /** Below what a column of bytes takes. */
    private static final int MOST_BYTES = 512 << 10;

    private Journal() {}

    /** @return the number that the next entry gets */
    static long append(Connection c, long next, Map<Long, CurrentRow> rows) throws SQLException {
        ByteBuffer out = ByteBuffer.allocate(MOST_BYTES);
        long no = next;
        for (Map.Entry<Long, CurrentRow> row : rows.entrySet()) {
            byte[] packed = row.getValue().pack();
            if (out.remaining() < Long.BYTES + Short.BYTES + packed.length) {
                insert(c, no++, out);
            }
            out.putLong(row.getKey()).putShort((short) packed.length).put(packed);
        }
        insert(c, no++, out);
        return no;
    }

    private static void insert(Connection c, long no, ByteBuffer rows) throws SQLException {
        byte[] bytes = new byte[rows.flip().remaining()];
        rows.get(bytes).clear();
        Sql.update(c, "INSERT INTO current_journal (no, packed) VALUES (?, ?)", no, bytes);
    }

    /**
     * Reads everything, older rows first, so that newer ones replace them.
     *
     * @return the number of the last entry; 0 for none
     */
    static long replay(Connection c, Map<Long, CurrentRow> into) throws SQLException {
        long last = 0;
        Iterator<Long> numbers = Sql.list(c, row -> row.getLong(1), "SELECT no FROM current_journal ORDER BY no")
                .iterator();
        while (numbers.hasNext()) {
            last = numbers.next();
            ByteBuffer in = ByteBuffer.wrap(
                    Sql.first(c, row -> row.getBytes(1), "SELECT packed FROM current_journal WHERE no = ?", last)
                            .orElseThrow());
            while (in.hasRemaining()) {
                long slot = in.getLong();
                byte[] packed = new byte[in.getShort()];
                in.get(packed);
                into.put(slot, CurrentRow.unpack(packed));
            }
        }
        return last;
    }

    /** Forgets the entries before that one. */
    static void forget(Connection c, long before) throws SQLException {
        Sql.update(c, "DELETE FROM current_journal WHERE no < ?", before);
    }
}
