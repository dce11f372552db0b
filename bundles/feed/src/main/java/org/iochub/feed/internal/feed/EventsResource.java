package org.iochub.feed.internal.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServletRequest;
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
import javax.ws.rs.sse.SseEventSink;
import org.iochub.core.hub.Hub;
import org.iochub.core.log.FeedHead;
import org.iochub.core.log.FeedLog;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.access.CallerContext;
import org.iochub.feed.internal.cursor.CursorKeeper;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.representation.EventLines;
import org.iochub.feed.internal.scope.Scopes;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.feed.internal.server.Links;
import org.iochub.reading.feed.FeedReading;
import org.iochub.reading.scope.Scope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A feed as server-sent events; the id of each is the cursor behind it. JAX-RS opens the stream; what goes into it is
 * written past JAX-RS, which would hold a thread for every reader that is slow.
 */
@Path("/api/v1/feeds/{type}/events")
@Component(service = FaceResource.class)
public final class EventsResource implements FaceResource {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FeedLog log;
    private final Waiting waiting;
    private final Scopes scopes;
    private final CursorKeeper cursors;
    private final EventLines events;
    private final Links links;
    private final Duration patience;
    private final Streams streams = new Streams();
    private final SharedPages pages = new SharedPages();

    @Activate
    public EventsResource(
            @Reference Hub hub,
            @Reference FeedLog log,
            @Reference Waiting waiting,
            @Reference Scopes scopes,
            @Reference CursorKeeper cursors) {
        this(hub, log, waiting, scopes, cursors, PATIENCE);
    }

    /** @param patience how long a reader may take nothing of what is sent to it */
    public EventsResource(
            Hub hub, FeedLog log, Waiting waiting, Scopes scopes, CursorKeeper cursors, Duration patience) {
        this.log = log;
        this.waiting = waiting;
        this.scopes = scopes;
        this.cursors = cursors;
        this.events = new EventLines(hub);
        this.links = new Links(hub);
        this.patience = patience;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void follow(
            @PathParam("type") String type,
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) String lastEventId,
            @Context UriInfo uri,
            @Context SecurityContext security,
            @Context HttpServletRequest request,
            @Context SseEventSink sink) {
        Params params = new Params(uri.getQueryParameters());
        Caller caller = Caller.of(security);
        Scope scope = scopes.of(caller, type, params);
        FeedHead head = log.head();
        String snapshot = links.to("/api/v1/records/" + type);
        // A browser that reconnects repeats its first address: where it got to counts, not where it began.
        long after = Optional.ofNullable(lastEventId)
                .filter(id -> !id.isBlank())
                .or(() -> params.one("after"))
                .map(cursor -> cursors.position(cursor, head, scope.filter().types(), snapshot))
                .orElse(head.oldest(scope.filter().types()) - 1);
        Streams.Place place = streams.enter(caller.id());
        SharedPages.Group group = pages.join(scope, head.epoch());
        AsyncContext connection = request.getAsyncContext();
        connection.addListener(new AtEnd(() -> {
            place.close();
            group.leave();
        }));
        try {
            Wire wire = new Wire(connection.getResponse().getOutputStream(), waiting, patience, sink::close);
            wire.open();
            new EventStream(
                            new FeedReading(log),
                            waiting,
                            group,
                            events,
                            cursors,
                            wire,
                            CallerContext.standing(security))
                    .begin(after);
        } catch (IOException e) {
            sink.close();
            throw new UncheckedIOException(e);
        }
    }
}
