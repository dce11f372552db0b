package org.iochub.feed.internal.records;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.records.RecordReader;
import org.iochub.model.RecordId;
import org.iochub.reading.cursor.PagePlace;
import org.iochub.reading.cursor.Place;
import org.iochub.reading.scope.Scope;
import org.iochub.reading.scope.Shown;

/** Reads current state page by page, type after type, by id. */
public final class Snapshot {
    /** Rows read at a time where a filter takes some out. */
    private static final int ROWS_AT_ONCE = 1_000;
    /** Rows looked at for one page, so that an answer comes however little passes. */
    private static final int MOST_ROWS = 50_000;

    private final RecordReader records;

    public Snapshot(RecordReader records) {
        this.records = records;
    }

    /** @param next where to go on; empty behind the last page */
    public record Page(List<Shown> records, Optional<PagePlace> next) {}

    /** @param from the end of the page before; empty for the first page */
    public Page read(Scope scope, StateFilter filter, Place feed, Optional<PagePlace> from, int limit) {
        List<Shown> shown = new ArrayList<>();
        if (scope.isEmpty()) {
            return new Page(shown, Optional.empty());
        }
        Optional<RecordId> after =
                from.map(PagePlace::afterId).filter(id -> !id.isEmpty()).map(RecordId::new);
        Iterator<String> types = typesFrom(scope, from);
        int looked = 0;
        while (types.hasNext()) {
            String type = types.next();
            int wanted;
            List<LoggedRecord> page;
            do {
                wanted = filter.isEmpty() ? limit - shown.size() : ROWS_AT_ONCE;
                page = records.page(type, scope.filter(), after, wanted);
                looked += page.size();
                for (LoggedRecord record : page) {
                    after = Optional.of(record.id());
                    if (filter.passes(scope.types().get(type), record)) {
                        scope.alone(record, false).ifPresent(shown::add);
                    }
                    if (shown.size() == limit) {
                        return next(shown, feed, type, after);
                    }
                }
                // A page of which the filter leaves little ends all the same.
                if (page.size() == wanted && (filter.isEmpty() || looked >= MOST_ROWS)) {
                    return next(shown, feed, type, after);
                }
            } while (page.size() == wanted);
            after = Optional.empty();
        }
        return new Page(shown, Optional.empty());
    }

    private static Page next(List<Shown> shown, Place feed, String type, Optional<RecordId> after) {
        return new Page(
                shown,
                Optional.of(new PagePlace(feed, type, after.map(RecordId::value).orElse(""))));
    }

    /** The types not read yet, the one the last page ended in included. */
    private static Iterator<String> typesFrom(Scope scope, Optional<PagePlace> from) {
        return scope.types().keySet().stream()
                .dropWhile(type -> from.isPresent() && !type.equals(from.get().type()))
                .iterator();
    }
}
