package org.iochub.feed.internal.soap;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iochub.core.hub.Hub;
import org.iochub.core.log.FeedHead;
import org.iochub.core.log.FeedLog;
import org.iochub.core.log.Operation;
import org.iochub.core.records.RecordReader;
import org.iochub.core.records.StoredVersion;
import org.iochub.core.type.RecordTypeRegistry;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.cursor.CursorKeeper;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.records.Snapshot;
import org.iochub.feed.internal.records.StateFilter;
import org.iochub.feed.internal.scope.Scopes;
import org.iochub.model.RecordId;
import org.iochub.model.RecordType;
import org.iochub.model.schema.XmlSchemas;
import org.iochub.reading.cursor.PagePlace;
import org.iochub.reading.cursor.Place;
import org.iochub.reading.feed.FeedPage;
import org.iochub.reading.feed.FeedReading;
import org.iochub.reading.scope.Scope;
import org.iochub.reading.scope.Shown;

/** What the operations do. Safe for any number of threads. */
final class FeedOperations {
    private static final int USUAL_LIMIT = 500;
    private static final int LARGEST_LIMIT = 10_000;
    /** A page of a feed is bounded in bytes too, one of the current state is not, and answers are made in memory. */
    private static final int LARGEST_STATE = 1_000;

    private static final Set<String> FILTERS = Set.of("source", "tenant", "area", "since", "major");
    private static final String SNAPSHOT = "readRecords";

    private final Hub hub;
    private final FeedLog log;
    private final RecordReader records;
    private final FeedReading reading;
    private final Snapshot snapshot;
    private final RecordTypeRegistry registry;
    private final Scopes scopes;
    private final CursorKeeper cursors;

    FeedOperations(
            Hub hub,
            FeedLog log,
            RecordReader records,
            RecordTypeRegistry registry,
            Scopes scopes,
            CursorKeeper cursors) {
        this.hub = hub;
        this.log = log;
        this.records = records;
        this.reading = new FeedReading(log);
        this.snapshot = new Snapshot(records);
        this.registry = registry;
        this.scopes = scopes;
        this.cursors = cursors;
    }

    /** @param records how many records are in it */
    record Answer(Writing content, long records) {}

    Answer run(Caller caller, SoapRequest request) {
        return switch (request.operation()) {
            case Soap.READ_FEED -> readFeed(caller, request);
            case Soap.READ_RECORDS -> readRecords(caller, request);
            case Soap.GET_RECORD -> getRecord(caller, request);
            default -> listTypes(caller);
        };
    }

    private Answer listTypes(Caller caller) {
        List<RecordType<?>> types = registry.all();
        return new Answer(
                out -> {
                    for (RecordType<?> type : types) {
                        out.writeStartElement("type");
                        Writing.text(out, "name", type.name());
                        Writing.text(out, "major", Integer.toString(type.major()));
                        Writing.text(out, "element", XmlSchemas.elementName(type));
                        Writing.text(out, "titleVi", type.title().vi());
                        Writing.text(out, "titleEn", type.title().en());
                        Writing.text(
                                out,
                                "readable",
                                Boolean.toString(caller.grants().allowsType(type.name())));
                        out.writeEndElement();
                    }
                },
                0);
    }

    private Answer readFeed(Caller caller, SoapRequest request) {
        Params params = request.params();
        String type = request.required("type");
        Scope scope = scopes.of(caller, type, params.only(FILTERS));
        int limit = params.integer("limit", USUAL_LIMIT, 1, LARGEST_LIMIT);
        FeedHead head = log.head();
        long after = params.one("after")
                .map(cursor -> cursors.position(cursor, head, scope.filter().types(), SNAPSHOT))
                .orElse(head.oldest(scope.filter().types()) - 1);
        FeedPage page = reading.read(scope, after, limit);
        String next = cursors.write(head.epoch(), page.next());
        return new Answer(
                out -> {
                    list(scope, page.records()).write(out);
                    Writing.text(out, "next", next);
                    Writing.text(out, "more", Boolean.toString(page.more()));
                },
                page.records().size());
    }

    private Answer readRecords(Caller caller, SoapRequest request) {
        Params params = request.params();
        Scope scope = scopes.of(caller, request.required("type"), params.only(FILTERS));
        int limit = params.integer("limit", USUAL_LIMIT, 1, LARGEST_STATE);
        // The head first, the rows after it: what changes between the two is in the feed behind the cursor.
        FeedHead head = log.head();
        Optional<PagePlace> from = params.one("after").map(cursor -> cursors.page(cursor, head, SNAPSHOT));
        Place feed = from.map(PagePlace::feed).orElse(new Place(head.epoch(), head.position()));
        Snapshot.Page page = snapshot.read(scope, StateFilter.none(), feed, from, limit);
        return new Answer(
                out -> {
                    list(scope, page.records()).write(out);
                    Writing.text(out, "next", page.next().map(cursors::write).orElse(""));
                    Writing.text(out, "feed", cursors.write(feed.epoch(), feed.position()));
                },
                page.records().size());
    }

    private Answer getRecord(Caller caller, SoapRequest request) {
        String type = request.required("type");
        if (type.equals(Scopes.ALL)) {
            throw Problems.noSuchType(type);
        }
        scopes.require(caller, type);
        StoredVersion version = records.current(type, id(request.required("id")))
                .filter(current -> current.record().op() != Operation.DELETE)
                .orElseThrow(Problems::noSuchRecord);
        Scope scope = scopes.any(caller, version.record());
        Shown shown = scope.alone(version.record(), version.late()).orElseThrow(Problems::noSuchRecord);
        return new Answer(list(scope, List.of(shown)), 1);
    }

    private Writing list(Scope scope, List<Shown> shown) {
        return out -> {
            RecordXml xml = new RecordXml(hub);
            for (Shown each : shown) {
                xml.write(out, scope, each);
            }
        };
    }

    private static RecordId id(String text) {
        try {
            return new RecordId(text);
        } catch (IllegalArgumentException e) {
            throw Problems.noSuchRecord();
        }
    }
}
