package org.iochub.feed.internal.open311;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.records.RecordReader;
import org.iochub.feed.internal.json.Json;
import org.iochub.model.RecordId;
import org.iochub.reading.scope.Scope;
import org.iochub.reading.scope.Shown;

/** Finds service requests, newest first. Looks at every report in scope, and holds no more than the page needs. */
final class RequestReader {
    private static final int CHUNK = 1_000;
    private static final Comparator<Shown> OLDEST_FIRST = Comparator.comparing(
                    (Shown shown) -> shown.record().time().toInstant())
            .thenComparing(shown -> shown.record().id(), Comparator.reverseOrder());

    private final RecordReader records;

    RequestReader(RecordReader records) {
        this.records = records;
    }

    /** @param more whether there is a page behind this one */
    record Page(List<Shown> requests, boolean more) {}

    Page read(Scope scope, RequestQuery query) {
        if (scope.isEmpty()) {
            return new Page(List.of(), false);
        }
        PriorityQueue<Shown> newest = new PriorityQueue<>(OLDEST_FIRST);
        long found = 0;
        Optional<RecordId> after = Optional.empty();
        List<LoggedRecord> chunk;
        do {
            chunk = records.page(ServiceCatalog.TYPE, scope.filter(), after, CHUNK);
            for (LoggedRecord record : chunk) {
                Optional<Shown> shown = query.covers(record.time())
                        ? scope.alone(record, false).filter(each -> matches(each, query))
                        : Optional.empty();
                if (shown.isPresent()) {
                    found++;
                    newest.add(shown.get());
                }
                if (newest.size() > query.depth()) {
                    newest.poll();
                }
                after = Optional.of(record.id());
            }
        } while (chunk.size() == CHUNK);
        return new Page(page(newest, query), found > query.depth());
    }

    private static List<Shown> page(PriorityQueue<Shown> newest, RequestQuery query) {
        List<Shown> all = new ArrayList<>(newest);
        all.sort(Collections.reverseOrder(OLDEST_FIRST));
        return all.stream().skip((long) query.depth() - query.pageSize()).toList();
    }

    private static boolean matches(Shown shown, RequestQuery query) {
        if (shown.isDelete()) {
            return false;
        }
        if (query.services().isEmpty() && query.status().isEmpty()) {
            return true;
        }
        JsonNode data = Json.tree(shown.data());
        return (query.services().isEmpty()
                        || query.services().contains(data.path("serviceCode").asText()))
                && (query.status().isEmpty()
                        || query.status()
                                .contains(RequestStatus.of(data.path("status").asText())));
    }
}
