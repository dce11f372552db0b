package org.iochub.feed.internal.open311;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.FeedHead;
import org.iochub.core.log.FeedLog;
import org.iochub.core.log.FeedSlice;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.records.RecordReader;
import org.iochub.feed.internal.json.Json;
import org.iochub.model.RecordId;
import org.iochub.reading.scope.Scope;

/**
 * Which services there are: those that reports name. Read once from the current state, then kept up with the log, so
 * that asking again costs what is new. Holds no personal data. Safe for any number of threads.
 */
final class ServiceCatalog {
    static final String TYPE = "citizen-report";
    private static final int PAGE = 1_000;
    private static final long PAGE_BYTES = 8L << 20;
    /** More combinations of authority, source, unit and code than any country has; what comes later is left out. */
    private static final int MOST = 200_000;

    private final FeedLog log;
    private final RecordReader records;
    private final Map<Service, String> names = new LinkedHashMap<>();
    private String epoch = "";
    private long position;

    ServiceCatalog(FeedLog log, RecordReader records) {
        this.log = log;
        this.records = records;
    }

    /** Names by service code, of what the reader may see; an empty name where no report had one. */
    synchronized Map<String, String> within(Scope scope) {
        catchUp();
        Map<String, String> services = new TreeMap<>();
        names.forEach((service, name) -> {
            if (service.isWithin(scope)) {
                services.merge(service.code(), name, (a, b) -> b.isEmpty() ? a : b);
            }
        });
        return services;
    }

    private void catchUp() {
        FeedHead head = log.head();
        if (!epoch.equals(head.epoch())
                || position + 1 < head.oldest(FeedFilter.type(TYPE).types())) {
            names.clear();
            // Forgotten first: a reading that fails halfway starts anew the next time.
            epoch = "";
            readState();
            epoch = head.epoch();
            position = head.position();
        }
        FeedFilter reports = FeedFilter.type(TYPE);
        boolean more = true;
        while (more) {
            FeedSlice slice = log.read(reports, position, PAGE, PAGE_BYTES);
            slice.records().forEach(this::add);
            position = Math.max(position, slice.scannedTo());
            more = slice.more();
        }
    }

    private void readState() {
        Optional<RecordId> after = Optional.empty();
        List<LoggedRecord> page;
        do {
            page = records.page(TYPE, FeedFilter.type(TYPE), after, PAGE);
            page.forEach(this::add);
            after = page.isEmpty()
                    ? after
                    : Optional.of(page.get(page.size() - 1).id());
        } while (page.size() == PAGE);
    }

    private void add(LoggedRecord record) {
        if (record.data().length == 0) {
            return;
        }
        JsonNode data = Json.tree(record.data());
        Service service = new Service(
                record.tenant(),
                record.source(),
                record.area(),
                data.path("serviceCode").asText());
        String name = data.path("serviceName").asText("");
        if (names.size() < MOST || names.containsKey(service)) {
            names.merge(service, name, (a, b) -> b.isEmpty() ? a : b);
        }
    }
}
