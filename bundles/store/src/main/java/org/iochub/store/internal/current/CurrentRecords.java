package org.iochub.store.internal.current;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Dialect;

/**
 * What each record is now, by slot. Only the writing thread writes; any thread may read, and reads what is committed. A
 * reader that goes through a range sees each record that stood there when it began, in this or a later state.
 */
public interface CurrentRecords {
    /** A record's row with its place. */
    record Placed(long slot, CurrentRow row) {}

    /** The form that fits the database: where several nodes write, nothing may be kept beside it. */
    static CurrentRecords open(Database database) throws SQLException {
        return database.dialect() == Dialect.H2
                ? JournaledRecords.open(database, JournaledRecords.FULL)
                : new TableRecords(database.dialect());
    }

    /** Takes the journal of an embedded database, which was restored into another, into the table. */
    static void withoutJournal(Database database, Connection c) throws SQLException {
        Map<Long, CurrentRow> recent = new HashMap<>();
        Journal.replay(c, recent);
        CurrentRecords table = new TableRecords(database.dialect());
        Map<Long, CurrentRow> there = table.lock(c, recent.keySet());
        List<Placed> fresh = new ArrayList<>();
        List<Placed> changed = new ArrayList<>();
        recent.forEach((slot, row) -> (there.containsKey(slot) ? changed : fresh).add(new Placed(slot, row)));
        table.write(c, fresh, changed);
        Journal.forget(c, Long.MAX_VALUE);
    }

    /** Those of the slots that have a row, locked against other nodes until the transaction ends. */
    Map<Long, CurrentRow> lock(Connection c, Collection<Long> slots) throws SQLException;

    Optional<CurrentRow> find(Connection c, long slot) throws SQLException;

    /** In order of slots: those greater than {@code after}, up to {@code last}. Fewer than the limit means no more. */
    List<Placed> range(Connection c, long after, long last, int limit) throws SQLException;

    /**
     * Writes within the transaction that is under way.
     *
     * @param fresh have no row yet
     * @param changed have one
     */
    void write(Connection c, List<Placed> fresh, List<Placed> changed) throws SQLException;

    /** The transaction is committed. */
    void committed();

    /** The transaction came to nothing. */
    void rolledBack();
}
