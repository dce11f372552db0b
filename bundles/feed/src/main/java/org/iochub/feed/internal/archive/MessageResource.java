package org.iochub.feed.internal.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import org.iochub.core.archive.Archive;
import org.iochub.core.hub.Hub;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.records.MessageRecords;
import org.iochub.core.records.StoredVersion;
import org.iochub.core.source.Sources;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.scope.Scopes;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.feed.internal.server.Links;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A message, and the records that it made. */
@Path("/api/v1/sources/{id}/messages/{message}")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = FaceResource.class)
public final class MessageResource implements FaceResource {
    private static final int USUAL_LIMIT = 500;
    private static final int LARGEST_LIMIT = 10_000;

    private final Sources sources;
    private final Archive archive;
    private final MessageRecords messages;
    private final Scopes scopes;
    private final ArchiveView view;
    private final Links links;

    @Activate
    public MessageResource(
            @Reference Hub hub,
            @Reference Sources sources,
            @Reference Archive archive,
            @Reference MessageRecords messages,
            @Reference Scopes scopes) {
        this.sources = sources;
        this.archive = archive;
        this.messages = messages;
        this.scopes = scopes;
        this.view = new ArchiveView(hub);
        this.links = new Links(hub);
    }

    @GET
    public Response message(
            @PathParam("id") String source,
            @PathParam("message") String message,
            @Context UriInfo uri,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        Known.require(sources, source, caller.grants());
        Params params = new Params(uri.getQueryParameters());
        int limit = params.integer("limit", USUAL_LIMIT, 1, LARGEST_LIMIT);
        List<StoredVersion> versions = messages.of(source, message, params.one("after"), limit);
        List<Map<String, Object>> arrivals = archive.find(source, message).stream()
                .map(arrival -> view.of(arrival, caller.grants()))
                .toList();
        if (versions.isEmpty() && arrivals.isEmpty() && params.one("after").isEmpty()) {
            throw Problems.notFound(
                    "Nguồn này không có bản tin tên đó, hoặc bản tin không tạo bản ghi nào và không còn bản gốc.",
                    "The source has no message of that name, or it made no record and its raw form is not kept.");
        }
        List<Map<String, Object>> records = new ArrayList<>();
        for (StoredVersion version : versions) {
            if (visible(caller, version)) {
                records.add(describe(version));
            }
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("source", source);
        document.put("message", message);
        document.put("archived", arrivals);
        document.put("records", records);
        Response.ResponseBuilder response = Response.ok(Json.bytes(document));
        if (versions.size() == limit) {
            String last = versions.get(limit - 1).record().version();
            String next = view.message(source, message) + "?" + params.with("after", last);
            response.header(HttpHeaders.LINK, Links.header(next, "next"));
        }
        return response.build();
    }

    private boolean visible(Caller caller, StoredVersion version) {
        return caller.grants().read()
                && caller.grants().allowsType(version.record().type())
                && scopes.any(caller, version.record())
                        .alone(version.record(), version.late())
                        .isPresent();
    }

    private Map<String, Object> describe(StoredVersion version) {
        LoggedRecord record = version.record();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", record.type());
        document.put("id", record.id().value());
        document.put("version", record.version());
        document.put("op", record.op().wireName());
        document.put("late", version.late());
        if (!version.late()) {
            document.put("sequence", "%020d".formatted(record.position()));
        }
        document.put("recordedtime", record.recordedAt().toString());
        document.put("position", version.rawPosition());
        document.put(
                "lineage",
                links.to("/api/v1/records/" + record.type() + "/" + record.id().value() + "/lineage?version="
                        + record.version()));
        return document;
    }
}
