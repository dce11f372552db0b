package org.iochub.feed.internal.sources;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
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
import org.iochub.feed.internal.ingest.DeliveredDocument;
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
                .map(source -> describe(source, caller))
                .toList();
        return Response.ok(Json.bytes(Map.of("sources", list))).build();
    }

    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") String id, @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        return sources.get(id)
                .filter(source -> SourceScope.allows(caller.grants(), source))
                .map(source -> Response.ok(Json.bytes(describe(source, caller))).build())
                .orElseThrow(() -> Problems.notFound(
                        "Không có nguồn này, hoặc khóa truy cập không được xem nó.",
                        "There is no such source, or the key may not see it."));
    }

    private static Map<String, Object> describe(SourceStatus source, Caller caller) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", source.id());
        document.put("adapter", source.adapter());
        document.put("adapterVersion", source.adapterVersion());
        document.put("tenant", source.tenant());
        document.put("state", source.state().wireName());
        document.put("stateTitle", Json.text(source.state().title()));
        document.put("detail", source.detail());
        document.put("sentence", Json.text(source.sentence()));
        document.put("since", source.since().toString());
        source.lastSuccess().ifPresent(moment -> document.put("lastSuccess", moment.toString()));
        source.lag().ifPresent(lag -> document.put("lagSeconds", lag.toSeconds()));
        document.put("totals", DeliveredDocument.of(source.totals()));
        document.put("recordTypes", source.recordTypes());
        document.put("confirmations", source.confirmations());
        if (caller.grants().admin()) {
            // Where the hub stands in somebody's system is its owner's business.
            source.checkpoint().ifPresent(checkpoint -> document.put("checkpoint", checkpoint));
        }
        return document;
    }
}
