package org.iochub.feed.internal.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.iochub.core.audit.AuditCheck;
import org.iochub.core.audit.AuditEntry;
import org.iochub.core.audit.AuditFilter;
import org.iochub.core.audit.AuditLog;
import org.iochub.core.hub.Hub;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.feed.internal.server.Links;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audit trail, newest first; with {@code verify=true} the check of its chain. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = FaceResource.class)
public final class AuditResource implements FaceResource {
    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 10_000;

    private final AuditLog log;
    private final Links links;

    @Activate
    public AuditResource(@Reference Hub hub, @Reference AuditLog log) {
        this.log = log;
        this.links = new Links(hub);
    }

    @GET
    public Response list(@Context UriInfo uri) {
        Params params = new Params(uri.getQueryParameters());
        if (params.flag("verify")) {
            return Response.ok(Json.bytes(describe(log.verify()))).build();
        }
        int limit = params.integer("limit", USUAL_LIMIT, 1, LARGEST_LIMIT);
        long before = params.optionalLong("before", 1).orElse(Long.MAX_VALUE);
        AuditFilter filter = new AuditFilter(
                params.one("actor"),
                params.one("action"),
                params.one("target"),
                params.moment("since").map(moment -> moment.toInstant()),
                params.moment("until").map(moment -> moment.toInstant()));
        List<AuditEntry> entries = log.list(filter, before, limit);
        Response.ResponseBuilder response = Response.ok(Json.bytes(
                Map.of("entries", entries.stream().map(AuditResource::describe).toList())));
        if (entries.size() == limit) {
            String next = Long.toString(entries.get(limit - 1).no());
            response.header(
                    "Link", Links.header(links.to("/api/v1/audit") + "?" + params.with("before", next), "next"));
        }
        return response.build();
    }

    private static Map<String, Object> describe(AuditEntry entry) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("no", entry.no());
        document.put("at", entry.at().toString());
        document.put("actor", entry.event().actor());
        document.put("name", entry.event().name());
        document.put("action", entry.event().action());
        document.put("target", entry.event().target());
        document.put("detail", entry.event().detail());
        document.put("hash", entry.hash());
        return document;
    }

    private static Map<String, Object> describe(AuditCheck check) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("intact", check.broken().isEmpty());
        document.put("first", check.first());
        document.put("last", check.last());
        document.put("head", check.head());
        check.broken().ifPresent(no -> document.put("broken", no));
        return document;
    }
}
