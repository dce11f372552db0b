package org.iochub.store.internal.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.iochub.core.log.FeedFilter;
import org.iochub.store.internal.jdbc.Dictionary;

/** A filter in the numbers of the dictionaries: whether a row passes is seen without its data. */
record Restriction(Optional<Set<Integer>> senders, Optional<Set<Integer>> areas) {
    static Restriction of(Connection c, Dictionary dictionary, FeedFilter filter) throws SQLException {
        boolean bySender = filter.sources().isPresent() || filter.tenants().isPresent();
        return new Restriction(
                bySender ? Optional.of(dictionary.senders(c, filter.sources(), filter.tenants())) : Optional.empty(),
                filter.areas().isPresent()
                        ? Optional.of(dictionary.areas(c, filter.areas().get()))
                        : Optional.empty());
    }

    boolean none() {
        return senders.isEmpty() && areas.isEmpty();
    }

    /** @param area 0 for none */
    boolean passes(int sender, int area, int previousArea) {
        return (senders.isEmpty() || senders.get().contains(sender))
                && (areas.isEmpty()
                        || areas.get().contains(area)
                        || previousArea != 0 && areas.get().contains(previousArea));
    }
}
