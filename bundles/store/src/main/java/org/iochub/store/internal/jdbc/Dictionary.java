package org.iochub.store.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.iochub.model.area.AreaRef;
import org.iochub.store.internal.jdbc.Numbers.Pair;

/** Senders (source and tenant) and areas by number. Safe for any number of threads. */
public final class Dictionary {
    private final Numbers senders = new Numbers("sender", "source", "tenant");
    private final Numbers types = new Numbers("record_type", "name", "suffix");
    private final Numbers areas = new Numbers("area_ref", "code", "valid_from");

    public int sender(Database database, String source, String tenant) throws SQLException {
        return senders.number(database, new Pair(source, tenant));
    }

    public int type(Database database, String name) throws SQLException {
        return types.number(database, new Pair(name, ""));
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
        Pair pair = areas.pair(c, number);
        return pair == null ? Optional.empty() : Optional.of(new AreaRef(pair.first(), LocalDate.parse(pair.second())));
    }

    /** The numbers of the senders that two filters let through. */
    public Set<Integer> senders(Connection c, Optional<Set<String>> sources, Optional<Set<String>> tenants)
            throws SQLException {
        Set<Integer> numbers = new HashSet<>();
        senders.all(c).forEach((number, pair) -> {
            if (sources.map(s -> s.contains(pair.first())).orElse(true)
                    && tenants.map(t -> t.contains(pair.second())).orElse(true)) {
                numbers.add(number);
            }
        });
        return numbers;
    }

    /** The numbers of those areas that any version ever had. */
    public Set<Integer> areas(Connection c, Set<AreaRef> wanted) throws SQLException {
        Set<Integer> numbers = new HashSet<>();
        areas.all(c).forEach((number, pair) -> {
            if (wanted.contains(new AreaRef(pair.first(), LocalDate.parse(pair.second())))) {
                numbers.add(number);
            }
        });
        return numbers;
    }
}
