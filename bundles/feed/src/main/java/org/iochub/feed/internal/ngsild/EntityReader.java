package org.iochub.feed.internal.ngsild;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.iochub.core.records.RecordReader;
import org.iochub.feed.internal.records.Snapshot;
import org.iochub.feed.internal.records.StateFilter;
import org.iochub.reading.cursor.PagePlace;
import org.iochub.reading.cursor.Place;
import org.iochub.reading.scope.Scope;
import org.iochub.reading.scope.Shown;

/** Reads entities in pages, with bounded work for each: a page may be short, and still have a next one. */
final class EntityReader {
    private static final int CHUNK = 500;
    private static final int MOST_LOOKED_AT = 20_000;
    static final int MOST_COUNTED = 100_000;

    private final Snapshot snapshot;
    private final Entities entities;

    EntityReader(RecordReader records, Entities entities) {
        this.snapshot = new Snapshot(records);
        this.entities = entities;
    }

    /**
     * @param skip how many entities are still to be left out behind this page
     * @param next where to go on; empty behind the last page
     */
    record Page(List<Entity> entities, int skip, Optional<PagePlace> next) {}

    Page read(Scope scope, Place feed, Optional<PagePlace> from, Predicate<Entity> wanted, int limit, int offset) {
        List<Entity> found = new ArrayList<>();
        Optional<PagePlace> place = from;
        int skip = offset;
        int lookedAt = 0;
        int chunk = Math.min(CHUNK, limit + offset + 1);
        while (lookedAt < MOST_LOOKED_AT) {
            Snapshot.Page page = snapshot.read(scope, StateFilter.none(), feed, place, chunk);
            for (Shown shown : page.records()) {
                Optional<Entity> entity = entities.of(scope, shown).filter(wanted);
                if (entity.isPresent() && skip > 0) {
                    skip--;
                } else if (entity.isPresent()) {
                    if (found.size() == limit) {
                        return new Page(found, 0, place);
                    }
                    found.add(entity.get());
                }
                place = Optional.of(new PagePlace(
                        feed, shown.record().type(), shown.record().id().value()));
            }
            lookedAt += chunk;
            if (page.next().isEmpty()) {
                return new Page(found, 0, Optional.empty());
            }
            place = page.next();
            chunk = CHUNK;
        }
        return new Page(found, skip, place);
    }

    /** How many there are; empty when there are too many to count while somebody waits. */
    OptionalLong count(Scope scope, Place feed, Predicate<Entity> wanted) {
        Optional<PagePlace> place = Optional.empty();
        long count = 0;
        for (int lookedAt = 0; lookedAt < MOST_COUNTED; lookedAt += CHUNK) {
            Snapshot.Page page = snapshot.read(scope, StateFilter.none(), feed, place, CHUNK);
            count += page.records().stream()
                    .filter(shown -> entities.of(scope, shown).filter(wanted).isPresent())
                    .count();
            if (page.next().isEmpty()) {
                return OptionalLong.of(count);
            }
            place = page.next();
        }
        return OptionalLong.empty();
    }
}
