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
    private final RecordReader records;

    public Snapshot(RecordReader records) {
        this.records = records;
    }

    /** @param next where to go on; empty behind the last page */
    public record Page(List<Shown> records, Optional<PagePlace> next) {}

    /** @param from the end of the page before; empty for the first page */
    public Page read(Scope scope, Place feed, Optional<PagePlace> from, int limit) {
        List<Shown> shown = new ArrayList<>();
        if (scope.isEmpty()) {
            return new Page(shown, Optional.empty());
        }
        Optional<RecordId> after =
                from.map(PagePlace::afterId).filter(id -> !id.isEmpty()).map(RecordId::new);
        Iterator<String> types = typesFrom(scope, from);
        while (types.hasNext()) {
            String type = types.next();
            int wanted = limit - shown.size();
            List<LoggedRecord> page = records.page(type, scope.filter(), after, wanted);
            page.forEach(record -> scope.alone(record, false).ifPresent(shown::add));
            if (page.size() == wanted) {
                String last = page.get(page.size() - 1).id().value();
                return new Page(shown, Optional.of(new PagePlace(feed, type, last)));
            }
            after = Optional.empty();
        }
        return new Page(shown, Optional.empty());
    }

    /** The types not read yet, the one the last page ended in included. */
    private static Iterator<String> typesFrom(Scope scope, Optional<PagePlace> from) {
        return scope.types().keySet().stream()
                .dropWhile(type -> from.isPresent() && !type.equals(from.get().type()))
                .iterator();
    }
}
