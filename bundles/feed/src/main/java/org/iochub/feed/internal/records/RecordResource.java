package org.iochub.feed.internal.records;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
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
import org.iochub.core.log.Operation;
import org.iochub.core.records.Explanations;
import org.iochub.core.records.RecordReader;
import org.iochub.core.records.StoredVersion;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.quarantine.FaultView;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.representation.Representations;
import org.iochub.feed.internal.scope.Scopes;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.model.RecordId;
import org.iochub.reading.scope.Shown;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One record: what it is, what it was, where that came from. */
@Path("/api/v1/records/{type}/{id}")
@Component(service = FaceResource.class)
public final class RecordResource implements FaceResource {
    private static final int USUAL_HISTORY = 100;
    private static final int LONGEST_HISTORY = 1_000;

    private final RecordReader records;
    private final Scopes scopes;
    private final Representations representations;
    private final LineageDocument lineage;

    @Activate
    public RecordResource(
            @Reference Hub hub,
            @Reference RecordReader records,
            @Reference Scopes scopes,
            @Reference FaultView faults,
            @Reference Archive archive,
            @Reference Explanations explanations) {
        this.records = records;
        this.scopes = scopes;
        this.representations = new Representations(hub);
        this.lineage = new LineageDocument(hub, faults, archive, explanations);
    }

    @GET
    public Response current(
            @PathParam("type") String type,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Context SecurityContext security) {
        StoredVersion version = visible(Caller.of(security), type, id);
        if (version.record().op() == Operation.DELETE) {
            throw Problems.notFound(
                    "Bản ghi này đã bị xóa ở nguồn; các phiên bản cũ ở địa chỉ …/history.",
                    "The source deleted this record; its earlier versions are at …/history.");
        }
        return representations.single(
                accept, shown(Caller.of(security), version).orElseThrow(Problems::noSuchRecord));
    }

    @GET
    @Path("/history")
    public Response history(
            @PathParam("type") String type,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Context UriInfo uri,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        StoredVersion current = visible(caller, type, id);
        int limit = new Params(uri.getQueryParameters()).integer("limit", USUAL_HISTORY, 1, LONGEST_HISTORY);
        List<StoredVersion> kept = records.history(type, current.record().id(), limit);
        List<Shown> versions = kept.stream()
                .flatMap(version -> shown(caller, version).stream())
                .toList();
        Response answer = representations.history(accept, versions);
        // Said beside the versions: an event has no room for what is not there.
        return kept.stream().anyMatch(RecordResource::isCut)
                ? Response.fromResponse(answer).header("History-Cut", true).build()
                : answer;
    }

    private static boolean isCut(StoredVersion version) {
        return version.notes().stream().anyMatch(note -> note.code().equals(RecordReader.HISTORY_CUT));
    }

    @GET
    @Path("/lineage")
    @Produces(MediaType.APPLICATION_JSON)
    public Response lineage(
            @PathParam("type") String type,
            @PathParam("id") String id,
            @Context UriInfo uri,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        StoredVersion current = visible(caller, type, id);
        Optional<String> wanted = new Params(uri.getQueryParameters()).one("version");
        StoredVersion version = wanted.isEmpty()
                ? current
                : records.history(type, current.record().id(), LONGEST_HISTORY).stream()
                        .filter(each -> each.record().version().equals(wanted.get()))
                        .filter(each -> shown(caller, each).isPresent())
                        .findFirst()
                        .orElseThrow(Problems::noSuchRecord);
        return Response.ok(Json.bytes(lineage.of(version, caller.grants()))).build();
    }

    /** The record's last version, if the caller may see the record. */
    private StoredVersion visible(Caller caller, String type, String id) {
        if (type.equals(Scopes.ALL)) {
            throw Problems.noSuchType(type);
        }
        scopes.require(caller, type);
        RecordId recordId;
        try {
            recordId = new RecordId(id);
        } catch (IllegalArgumentException e) {
            throw Problems.noSuchRecord();
        }
        return records.current(type, recordId)
                .filter(version -> shown(caller, version).isPresent())
                .orElseThrow(Problems::noSuchRecord);
    }

    private Optional<Shown> shown(Caller caller, StoredVersion version) {
        return scopes.any(caller, version.record()).alone(version.record(), version.late());
    }
}
