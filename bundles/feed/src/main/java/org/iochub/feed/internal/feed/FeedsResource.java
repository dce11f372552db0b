package org.iochub.feed.internal.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import org.iochub.core.hub.Hub;
import org.iochub.core.log.FeedHead;
import org.iochub.core.log.FeedLog;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.cursor.CursorKeeper;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.representation.Format;
import org.iochub.feed.internal.representation.Representations;
import org.iochub.feed.internal.scope.Scopes;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.feed.internal.server.Links;
import org.iochub.model.RecordType;
import org.iochub.reading.feed.FeedPage;
import org.iochub.reading.feed.FeedReading;
import org.iochub.reading.scope.Scope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The ordered feeds. */
@Path("/api/v1/feeds/{type}")
@Component(service = FaceResource.class)
public final class FeedsResource implements FaceResource {
    private static final int USUAL_LIMIT = 500;
    private static final int LARGEST_LIMIT = 10_000;
    private static final int LONGEST_WAIT_SECONDS = 60;
    /** What reading a usual record and writing it out takes of a processor. */
    private static final long ROW_NANOS = 12_000;

    /** What a snapshot has in common with its feed. */
    private static final Set<String> SHARED = Set.of("source", "area", "tenant", "major", "format");

    private final FeedLog log;
    private final FeedReading reading;
    private final Waiting waiting;
    private final Scopes scopes;
    private final CursorKeeper cursors;
    private final Representations representations;
    private final Links links;

    @Activate
    public FeedsResource(
            @Reference Hub hub,
            @Reference FeedLog log,
            @Reference Waiting waiting,
            @Reference Scopes scopes,
            @Reference CursorKeeper cursors) {
        this.log = log;
        this.reading = new FeedReading(log);
        this.waiting = waiting;
        this.scopes = scopes;
        this.cursors = cursors;
        this.representations = new Representations(hub);
        this.links = new Links(hub);
    }

    @GET
    public void read(
            @PathParam("type") String type,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Context UriInfo uri,
            @Context SecurityContext security,
            @Suspended AsyncResponse answer) {
        Params params = new Params(uri.getQueryParameters());
        Scope scope = scopes.of(Caller.of(security), type, params);
        Optional<RecordType<?>> single = scopes.single(scope, type);
        int limit = params.integer("limit", USUAL_LIMIT, 1, LARGEST_LIMIT);
        int wait = params.integer("wait", 0, 0, LONGEST_WAIT_SECONDS);
        Format format = representations.choose(params, accept, single);
        FeedHead head = log.head();
        String snapshot = links.to("/api/v1/records/" + type, params.only(SHARED));
        long after = params.one("after")
                .map(cursor -> cursors.position(cursor, head, scope.filter().types(), snapshot))
                .orElse(head.oldest(scope.filter().types()) - 1);
        Reader reader = new Reader(type, params, scope, single, limit, format, head.epoch(), after);

        long behind = head.position() - after;
        Duration turn = waiting.courtesy().turn(behind, Math.min(limit, behind) * ROW_NANOS);
        if (turn.isZero() || waiting.later(() -> catchUp(reader, answer), turn).isEmpty()) {
            begin(reader, wait, answer);
        }
    }

    /** It is far from the end: there is something to read without waiting for it. */
    private void catchUp(Reader reader, AsyncResponse answer) {
        try {
            answer.resume(respond(reader, reading.read(reader.scope(), reader.after(), reader.limit())));
        } catch (RuntimeException e) {
            answer.resume(e);
        }
    }

    private void begin(Reader reader, int wait, AsyncResponse answer) {
        FeedPage page = reading.read(reader.scope(), reader.after(), reader.limit());
        if (wait == 0 || !page.records().isEmpty() || page.more()) {
            answer.resume(respond(reader, page));
            return;
        }
        boolean parked = waiting.park(page.next(), Duration.ofSeconds(wait), new Attempt(reader, page.next(), answer));
        if (!parked) {
            throw Problems.unavailable(
                    "too-many-waiting",
                    Duration.ofSeconds(5),
                    "Quá nhiều người đọc đang chờ; hãy đọc không có tham số wait hoặc thử lại sau.",
                    "Too many readers are waiting; read without wait, or come again.");
        }
    }

    private Response respond(Reader reader, FeedPage page) {
        String next = links.after(
                "/api/v1/feeds/" + reader.type(), reader.params(), cursors.write(reader.epoch(), page.next()));
        // Between two positions of one log nothing ever changes.
        String tag = reader.epoch() + "." + reader.after() + "." + page.next() + "."
                + page.records().size();
        return representations
                .list(reader.format(), reader.single(), page.records())
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.LINK, Links.header(next, "next"))
                .build();
    }

    /** What a request asked for. */
    private record Reader(
            String type,
            Params params,
            Scope scope,
            Optional<RecordType<?>> single,
            int limit,
            Format format,
            String epoch,
            long after) {}

    /** A reader that waits. */
    private final class Attempt implements Waiting.Attempt {
        private final Reader reader;
        private final AsyncResponse answer;
        private long after;

        Attempt(Reader reader, long after, AsyncResponse answer) {
            this.reader = reader;
            this.after = after;
            this.answer = answer;
        }

        @Override
        public synchronized OptionalLong read(boolean last) {
            try {
                FeedPage page = reading.read(reader.scope(), after, reader.limit());
                after = page.next();
                if (page.records().isEmpty() && !last) {
                    return OptionalLong.of(after);
                }
                answer.resume(respond(reader, page));
            } catch (RuntimeException e) {
                answer.resume(e);
            }
            return OptionalLong.empty();
        }
    }
}
