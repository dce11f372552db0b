package org.iochub.store.internal.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.iochub.core.log.FeedFilter;
import org.iochub.model.area.AreaRef;
import org.iochub.store.internal.jdbc.Dictionary;

/** The part of a filter that is seen from a row's dictionary numbers, without its data. */
record Restriction(Optional<Set<String>> sources, Optional<Set<String>> tenants, Optional<Set<AreaRef>> areas) {
    static Restriction of(FeedFilter filter) {
        return new Restriction(filter.sources(), filter.tenants(), filter.areas());
    }

    boolean none() {
        return sources.isEmpty() && tenants.isEmpty() && areas.isEmpty();
    }

    /** @param area 0 for none */
    boolean passes(Connection c, Dictionary dictionary, int sender, int area, int previousArea) throws SQLException {
        return (sources.isEmpty() || sources.get().contains(dictionary.source(c, sender)))
                && (tenants.isEmpty() || tenants.get().contains(dictionary.tenant(c, sender)))
                && (areas.isEmpty() || within(dictionary.area(c, area)) || within(dictionary.area(c, previousArea)));
    }

    private boolean within(Optional<AreaRef> area) {
        return area.isPresent() && areas.orElseThrow().contains(area.get());
    }
}
