package org.iochub.feed.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.core.UriInfo;
import org.iochub.core.hub.Hub;
import org.iochub.core.log.FeedHead;
import org.iochub.core.log.FeedLog;
import org.iochub.core.records.RecordReader;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.cursor.CursorKeeper;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.records.Snapshot;
import org.iochub.feed.internal.records.StateFilter;
import org.iochub.feed.internal.representation.Accept;
import org.iochub.feed.internal.representation.EventLines;
import org.iochub.feed.internal.scope.Scopes;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.feed.internal.server.Links;
import org.iochub.model.RecordType;
import org.iochub.model.area.Areas;
import org.iochub.reading.cursor.PagePlace;
import org.iochub.reading.cursor.Place;
import org.iochub.reading.scope.Scope;
import org.iochub.reading.scope.Shown;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Current state as one file, of any size in constant memory. */
@Path("/api/v1/export/{type}")
@Component(service = FaceResource.class)
public final class ExportResource implements FaceResource {
    private static final int PAGE = 2_000;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    /** In order of preference. */
    private static final List<String> OFFERED = List.of(CSV, XLSX, NDJSON);

    private static final Map<String, String> BY_FORMAT = Map.of("csv", CSV, "xlsx", XLSX, "ndjson", NDJSON);
    /** What the export has in common with its feed. */
    private static final Set<String> SHARED = Set.of("source", "area", "tenant", "major");

    private final FeedLog log;
    private final Snapshot snapshot;
    private final Scopes scopes;
    private final CursorKeeper cursors;
    private final Areas areas;
    private final EventLines lines;
    private final Links links;

    @Activate
    public ExportResource(
            @Reference Hub hub,
            @Reference FeedLog log,
            @Reference RecordReader records,
            @Reference Scopes scopes,
            @Reference CursorKeeper cursors,
            @Reference Areas areas) {
        this.log = log;
        this.snapshot = new Snapshot(records);
        this.scopes = scopes;
        this.cursors = cursors;
        this.areas = areas;
        this.lines = new EventLines(hub);
        this.links = new Links(hub);
    }

    @GET
    public Response export(
            @PathParam("type") String type,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Context UriInfo uri,
            @Context SecurityContext security) {
        Params params = new Params(uri.getQueryParameters());
        Scope scope = scopes.of(Caller.of(security), type, params);
        Optional<RecordType<?>> single = scopes.single(scope, type);
        String mediaType = mediaType(params, accept, single.isPresent());
        Language language = params.choice("lang", Language.class).orElse(Language.VI);
        CsvSheet.Dialect dialect =
                params.choice("dialect", CsvSheet.Dialect.class).orElse(CsvSheet.Dialect.RFC4180);

        // The log's head first, the rows after it: what changes between the two is in the feed behind the cursor.
        FeedHead head = log.head();
        Place feed = new Place(head.epoch(), head.position());
        StateFilter filter = StateFilter.of(params, scope);
        StreamingOutput body = out -> {
            if (mediaType.equals(NDJSON)) {
                each(scope, filter, feed, shown -> lines.write(shown, out));
            } else {
                table(out, mediaType, dialect, language, single.orElseThrow(), scope, filter, feed);
            }
        };
        String suffix = BY_FORMAT.entrySet().stream()
                .filter(format -> format.getValue().equals(mediaType))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        return Response.ok(body)
                .header(
                        HttpHeaders.CONTENT_TYPE,
                        mediaType.equals(CSV) ? CSV + "; charset=utf-8; header=present" : mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + type + "." + suffix + "\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(
                        HttpHeaders.LINK,
                        Links.header(
                                links.after(
                                        "/api/v1/feeds/" + type,
                                        params.only(SHARED),
                                        cursors.write(feed.epoch(), feed.position())),
                                "feed"))
                .build();
    }

    private static String mediaType(Params params, String accept, boolean table) {
        List<String> offered = table ? OFFERED : List.of(NDJSON);
        Optional<String> asked = params.one("format").map(format -> BY_FORMAT.getOrDefault(format, format));
        String chosen = asked.or(() -> Accept.choose(accept, offered)).orElse("");
        if (!offered.contains(chosen)) {
            throw Problems.notAcceptable(offered);
        }
        return chosen;
    }

    private void table(
            OutputStream out,
            String mediaType,
            CsvSheet.Dialect dialect,
            Language language,
            RecordType<?> type,
            Scope scope,
            StateFilter filter,
            Place feed)
            throws IOException {
        Rows rows = new Rows(Columns.of(type), language, areas);
        Sheet sheet = mediaType.equals(XLSX) ? new XlsxSheet(out, type.name()) : new CsvSheet(out, dialect);
        sheet.headings(rows.headings());
        each(scope, filter, feed, shown -> sheet.row(rows.row(shown)));
        sheet.end();
    }

    /** What is done with each record. */
    @FunctionalInterface
    private interface Writing {
        void write(Shown shown) throws IOException;
    }

    private void each(Scope scope, StateFilter filter, Place feed, Writing writing) throws IOException {
        Optional<PagePlace> from = Optional.empty();
        do {
            Snapshot.Page page = snapshot.read(scope, filter, feed, from, PAGE);
            for (Shown shown : page.records()) {
                writing.write(shown);
            }
            from = page.next();
        } while (from.isPresent());
    }
}
