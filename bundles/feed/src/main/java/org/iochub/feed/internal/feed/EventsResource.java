package org.iochub.feed.internal.feed;

import java.time.Duration;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.sse.Sse;
import javax.ws.rs.sse.SseEventSink;
import org.iochub.core.hub.Hub;
import org.iochub.core.log.FeedHead;
import org.iochub.core.log.FeedLog;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.cursor.CursorKeeper;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.representation.Representations;
import org.iochub.feed.internal.scope.Scopes;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.feed.internal.server.Links;
import org.iochub.reading.feed.FeedReading;
import org.iochub.reading.scope.Scope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A feed as server-sent events; the id of each is the cursor behind it. */
@Path("/api/v1/feeds/{type}/events")
@Component(service = FaceResource.class)
public final class EventsResource implements FaceResource {
    private final FeedLog log;
    private final Waiting waiting;
    private final Scopes scopes;
    private final CursorKeeper cursors;
    private final Representations representations;
    private final Links links;

    @Activate
    public EventsResource(
            @Reference Hub hub,
            @Reference FeedLog log,
            @Reference Waiting waiting,
            @Reference Scopes scopes,
            @Reference CursorKeeper cursors) {
        this.log = log;
        this.waiting = waiting;
        this.scopes = scopes;
        this.cursors = cursors;
        this.representations = new Representations(hub);
        this.links = new Links(hub);
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void follow(
            @PathParam("type") String type,
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) String lastEventId,
            @Context UriInfo uri,
            @Context SecurityContext security,
            @Context SseEventSink sink,
            @Context Sse sse) {
        Params params = new Params(uri.getQueryParameters());
        Scope scope = scopes.of(Caller.of(security), type, params);
        FeedHead head = log.head();
        String snapshot = links.to("/api/v1/records/" + type);
        // A browser that reconnects repeats its first address: where it got to counts, not where it began.
        long after = Optional.ofNullable(lastEventId)
                .filter(id -> !id.isBlank())
                .or(() -> params.one("after"))
                .map(cursor -> cursors.position(cursor, head, scope.filter().types(), snapshot))
                .orElse(head.oldest(scope.filter().types()) - 1);
        boolean started = new EventStream(
                        new FeedReading(log),
                        waiting,
                        scope,
                        representations,
                        position -> cursors.write(head.epoch(), position))
                .start(sink, sse, after);
        if (!started) {
            throw Problems.unavailable(
                    "too-many-waiting",
                    Duration.ofSeconds(5),
                    "Quá nhiều người đọc đang chờ; hãy thử lại sau.",
                    "Too many readers are waiting; come again.");
        }
    }
}
