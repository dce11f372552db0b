package org.iochub.feed.internal.sources;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.source.Sources;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.server.FaceResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the sources are doing. */
@Path("/api/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = FaceResource.class)
public final class SourcesResource implements FaceResource {
    private final Sources sources;

    @Activate
    public SourcesResource(@Reference Sources sources) {
        this.sources = sources;
    }

    @GET
    public Response list(@Context SecurityContext security) {
        Caller caller = Caller.of(security);
        List<Map<String, Object>> list = sources.list().stream()
                .filter(source -> SourceScope.allows(caller.grants(), source))
                .map(source -> SourceDocument.of(source, caller))
                .toList();
        return Response.ok(Json.bytes(Map.of("sources", list))).build();
    }

    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") String id, @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        return sources.get(id)
                .filter(source -> SourceScope.allows(caller.grants(), source))
                .map(source -> {
                    Map<String, Object> document = SourceDocument.of(source, caller);
                    document.put("steers", caller.steers(source));
                    return Response.ok(Json.bytes(document)).build();
                })
                .orElseThrow(() -> Problems.notFound(
                        "Không có nguồn này, hoặc khóa truy cập không được xem nó.",
                        "There is no such source, or the key may not see it."));
    }

    @POST
    @Path("/{id}/start")
    public Response start(@PathParam("id") String id, @Context SecurityContext security) {
        return moved(id, security, sources::start);
    }

    @POST
    @Path("/{id}/stop")
    public Response stop(@PathParam("id") String id, @Context SecurityContext security) {
        return moved(id, security, sources::stop);
    }

    @POST
    @Path("/{id}/restart")
    public Response restart(@PathParam("id") String id, @Context SecurityContext security) {
        return moved(id, security, sources::restart);
    }

    /** What was asked for happens in the source's own turn; its status tells when it has. */
    private Response moved(String id, SecurityContext security, Consumer<String> move) {
        Caller caller = Caller.of(security);
        SourceStatus before = Steering.require(sources, id, caller);
        move.accept(id);
        SourceStatus now = sources.get(id).orElse(before);
        return Response.accepted(Json.bytes(SourceDocument.of(now, caller))).build();
    }
}
