package org.iochub.core.log;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.iochub.model.area.AreaRef;

/**
 * Which versions a reader wants; an empty {@code Optional} does not restrict. A version whose record was in one of the
 * areas before it counts as within them, so that a reader learns that the record left.
 *
 * @param since recorded at or after this
 */
public record FeedFilter(
        Optional<Set<String>> types,
        Optional<Set<String>> sources,
        Optional<Set<String>> tenants,
        Optional<Set<AreaRef>> areas,
        Optional<OffsetDateTime> since) {
    public static FeedFilter all() {
        return new FeedFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static FeedFilter type(String type) {
        return new FeedFilter(
                Optional.of(Set.of(type)), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
