package org.iochub.store.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.iochub.model.area.AreaRef;
import org.iochub.store.internal.jdbc.Numbers.Pair;

/** Senders (source and tenant) and areas by number. Safe for any number of threads. */
public final class Dictionary {
    private final Numbers senders = new Numbers("sender", "source", "tenant");
    private final Numbers types = new Numbers("record_type", "name", "suffix");
    private final Map<Integer, AreaRef> refs = new ConcurrentHashMap<>();
    private final Numbers areas = new Numbers("area_ref", "code", "valid_from");

    public int sender(Database database, String source, String tenant) throws SQLException {
        return senders.number(database, new Pair(source, tenant));
    }

    public int type(Database database, String name) throws SQLException {
        return types.number(database, new Pair(name, ""));
    }

    /** A type that a reader asks for: empty when no record ever had it. */
    public OptionalInt knownType(Connection c, String name) throws SQLException {
        return types.known(c, new Pair(name, ""));
    }

    /** 0 for none. */
    public int area(Database database, Optional<AreaRef> area) throws SQLException {
        if (area.isEmpty()) {
            return 0;
        }
        return areas.number(
                database, new Pair(area.get().code(), area.get().validFrom().toString()));
    }

    public String source(Connection c, int sender) throws SQLException {
        return senders.pair(c, sender).first();
    }

    public String tenant(Connection c, int sender) throws SQLException {
        return senders.pair(c, sender).second();
    }

    public Optional<AreaRef> area(Connection c, int number) throws SQLException {
        if (number == 0) {
            return Optional.empty();
        }
        AreaRef known = refs.get(number);
        if (known == null) {
            Pair pair = areas.pair(c, number);
            known = new AreaRef(pair.first(), LocalDate.parse(pair.second()));
            refs.put(number, known);
        }
        return Optional.of(known);
    }

    /** The database was opened anew. */
    public void forget() {
        senders.forget();
        types.forget();
        areas.forget();
        refs.clear();
    }
}
