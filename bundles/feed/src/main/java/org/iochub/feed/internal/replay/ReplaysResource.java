package org.iochub.feed.internal.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import org.iochub.core.difference.DifferenceReport;
import org.iochub.core.hub.Hub;
import org.iochub.core.replay.Outcome;
import org.iochub.core.replay.Renormalises;
import org.iochub.core.replay.Replay;
import org.iochub.core.replay.ReplayItem;
import org.iochub.core.replay.ReplayRequest;
import org.iochub.core.replay.Replays;
import org.iochub.core.source.Sources;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.access.Role;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.openapi.Audience;
import org.iochub.feed.internal.problem.Problem;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.quarantine.FaultView;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.feed.internal.server.Links;
import org.iochub.feed.internal.sources.Steering;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Jobs that send refused records, or archived messages, through the current adapter again. */
@Path("/api/v1/replays")
@Component(service = FaceResource.class)
public final class ReplaysResource implements FaceResource {
    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1_000;
    private static final int LARGEST_BODY = 256 * 1024;

    private final Replays replays;
    private final Renormalises renormalises;
    private final FaultView faults;
    private final Sources sources;
    private final Links links;

    @Activate
    public ReplaysResource(
            @Reference Hub hub,
            @Reference Replays replays,
            @Reference Renormalises renormalises,
            @Reference FaultView faults,
            @Reference Sources sources) {
        this.sources = sources;
        this.replays = replays;
        this.renormalises = renormalises;
        this.faults = faults;
        this.links = new Links(hub);
    }

    @GET
    public Response list(@Context UriInfo uri, @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        Params params = new Params(uri.getQueryParameters());
        int limit = params.integer("limit", USUAL_LIMIT, 1, LARGEST_LIMIT);
        long before = params.optionalLong("before", 1).orElse(Long.MAX_VALUE);
        List<Replay> jobs = replays.list(before, limit);
        Response.ResponseBuilder response = json(
                200,
                Map.of(
                        "replays",
                        jobs.stream()
                                .filter(job -> mayKnow(caller, job))
                                .map(ReplayDocument::of)
                                .toList()));
        if (jobs.size() == limit) {
            String last = Long.toString(jobs.get(limit - 1).id());
            response.header(
                    HttpHeaders.LINK,
                    Links.header(links.to("/api/v1/replays") + "?" + params.with("before", last), "next"));
        }
        return response.build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(InputStream body, @Context SecurityContext security) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw Problem.of(
                            413,
                            "too-large",
                            "Nội dung tối đa " + LARGEST_BODY + " byte.",
                            "The body may have " + LARGEST_BODY + " bytes at most.")
                    .raised();
        }
        Caller caller = Caller.of(security);
        JsonNode asked = ReplayBody.read(bytes);
        if (RenormaliseBody.is(asked)) {
            requireOperator(caller);
            return json(202, ReplayDocument.of(RenormaliseBody.start(asked, renormalises, caller.id())))
                    .build();
        }
        ReplayRequest request = ReplayBody.parse(asked, caller.id());
        requireOwn(request, caller);
        Replay job = replays.start(request);
        return json(202, ReplayDocument.of(job)).build();
    }

    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") String id, @Context SecurityContext security) {
        return json(200, ReplayDocument.of(job(id, Caller.of(security)))).build();
    }

    @GET
    @Path("/{id}/entries")
    public Response entries(@PathParam("id") String id, @Context UriInfo uri, @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        Params params = new Params(uri.getQueryParameters());
        int limit = params.integer("limit", USUAL_LIMIT, 1, LARGEST_LIMIT);
        long after = params.optionalLong("after", 0).orElse(0L);
        Optional<Outcome> outcome = params.choice("outcome", Outcome.class);
        Replay job = job(id, caller);
        List<ReplayItem> items = replays.items(job.id(), outcome, after, limit);
        Response.ResponseBuilder response = json(
                200,
                Map.of(
                        "entries",
                        items.stream()
                                .map(item -> ReplayDocument.of(
                                        item, faults, caller.grants().personal()))
                                .toList()));
        if (items.size() == limit) {
            String last = Long.toString(items.get(limit - 1).entry());
            String next = links.to("/api/v1/replays/" + job.id() + "/entries") + "?" + params.with("after", last);
            response.header(HttpHeaders.LINK, Links.header(next, "next"));
        }
        return response.build();
    }

    @GET
    @Path("/{id}/differences")
    public Response differences(@PathParam("id") String id, @Context SecurityContext security) {
        Replay job = job(id, Caller.of(security));
        DifferenceReport report = renormalises
                .differences(job.id())
                .orElseThrow(() -> Problems.notFound(
                        "Lượt này không phải chuẩn hóa lại nên không có báo cáo khác biệt.",
                        "This job does not re-normalise, so it has no report of differences."));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("replay", ReplayDocument.of(job));
        document.put("differences", Json.tree(report.toJson().getBytes(StandardCharsets.UTF_8)));
        return json(200, document).build();
    }

    @POST
    @Path("/{id}/pause")
    public Response pause(@PathParam("id") String id, @Context SecurityContext security) {
        return moved(id, security, replays::pause);
    }

    @POST
    @Path("/{id}/resume")
    public Response resume(@PathParam("id") String id, @Context SecurityContext security) {
        return moved(id, security, replays::resume);
    }

    @POST
    @Path("/{id}/cancel")
    public Response cancel(@PathParam("id") String id, @Context SecurityContext security) {
        return moved(id, security, replays::cancel);
    }

    private Response moved(String id, SecurityContext security, LongFunction<Replay> move) {
        return json(
                        200,
                        ReplayDocument.of(
                                move.apply(job(id, Caller.of(security)).id())))
                .build();
    }

    /** An owner replays what came from sources that they steer, each named. */
    /** What is published already changes: more than settling one's own refused records. */
    private static void requireOperator(Caller caller) {
        if (!caller.role().atLeast(Role.OPERATOR)) {
            throw Audience.OPERATOR.refusal();
        }
    }

    private void requireOwn(ReplayRequest request, Caller caller) {
        if (caller.role().atLeast(Role.OPERATOR)) {
            return;
        }
        Set<String> named = request.filter().sources().orElse(Set.of());
        if (named.isEmpty()) {
            throw Problems.forbidden(
                    "Hãy nêu nguồn («source») mà bạn quản lý.", "Name the source that you have charge of.");
        }
        named.forEach(source -> Steering.require(sources, source, caller));
    }

    /** Owners know of the jobs that they started. */
    private static boolean mayKnow(Caller caller, Replay job) {
        return caller.role().atLeast(Role.OPERATOR) || job.by().equals(caller.id());
    }

    private Replay job(String id, Caller caller) {
        try {
            return replays.get(Long.parseLong(id))
                    .filter(job -> mayKnow(caller, job))
                    .orElseThrow(ReplaysResource::none);
        } catch (NumberFormatException e) {
            throw none();
        }
    }

    private static RuntimeException none() {
        return Problems.notFound("Không có lượt chạy lại này.", "There is no such replay.");
    }

    private static Response.ResponseBuilder json(int status, Object document) {
        return Response.status(status).entity(Json.bytes(document)).type(MediaType.APPLICATION_JSON);
    }
}
