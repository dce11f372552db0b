package org.iochub.feed.internal.records;

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
import javax.ws.rs.core.UriInfo;
import org.iochub.core.hub.Hub;
import org.iochub.core.log.FeedHead;
import org.iochub.core.log.FeedLog;
import org.iochub.core.records.RecordReader;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.cursor.CursorKeeper;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.representation.Format;
import org.iochub.feed.internal.representation.Representations;
import org.iochub.feed.internal.scope.Scopes;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.feed.internal.server.Links;
import org.iochub.model.RecordType;
import org.iochub.reading.cursor.PagePlace;
import org.iochub.reading.cursor.Place;
import org.iochub.reading.scope.Scope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Current state in pages, with the place in the feed to go on from. */
@Path("/api/v1/records/{type}")
@Component(service = FaceResource.class)
public final class RecordsResource implements FaceResource {
    private static final int USUAL_LIMIT = 500;
    private static final int LARGEST_LIMIT = 10_000;
    private static final Set<String> SHARED = Set.of("source", "area", "tenant", "major", "format");

    private final FeedLog log;
    private final Snapshot snapshot;
    private final Scopes scopes;
    private final CursorKeeper cursors;
    private final Representations representations;
    private final Links links;

    @Activate
    public RecordsResource(
            @Reference Hub hub,
            @Reference FeedLog log,
            @Reference RecordReader records,
            @Reference Scopes scopes,
            @Reference CursorKeeper cursors) {
        this.log = log;
        this.snapshot = new Snapshot(records);
        this.scopes = scopes;
        this.cursors = cursors;
        this.representations = new Representations(hub);
        this.links = new Links(hub);
    }

    @GET
    public Response page(
            @PathParam("type") String type,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Context UriInfo uri,
            @Context SecurityContext security) {
        Params params = new Params(uri.getQueryParameters());
        Scope scope = scopes.of(Caller.of(security), type, params);
        Optional<RecordType<?>> single = scopes.single(scope, type);
        int limit = params.integer("limit", USUAL_LIMIT, 1, LARGEST_LIMIT);
        Format format = representations.choose(params, accept, single);
        String path = "/api/v1/records/" + type;

        // The log's head first, the rows after it: what changes between the two is in the feed behind the cursor.
        FeedHead head = log.head();
        Params shared = params.only(SHARED);
        Optional<PagePlace> from =
                params.one("after").map(cursor -> cursors.page(cursor, head, links.to(path, shared)));
        Place feed = from.map(PagePlace::feed).orElse(new Place(head.epoch(), head.position()));
        Snapshot.Page page = snapshot.read(scope, StateFilter.of(params, scope), feed, from, limit);

        Response.ResponseBuilder response = representations.list(format, single, page.records());
        page.next()
                .ifPresent(next -> response.header(
                        HttpHeaders.LINK, Links.header(links.after(path, params, cursors.write(next)), "next")));
        String feedLink = links.after("/api/v1/feeds/" + type, shared, cursors.write(feed.epoch(), feed.position()));
        return response.header(HttpHeaders.LINK, Links.header(feedLink, "feed")).build();
    }
}
