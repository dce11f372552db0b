package org.iochub.feed.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
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
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.core.UriInfo;
import org.iochub.core.archive.Archive;
import org.iochub.core.archive.ArchivePage;
import org.iochub.core.archive.ArchiveQuery;
import org.iochub.core.archive.ArchivedMessage;
import org.iochub.core.archive.DamagedArchiveException;
import org.iochub.core.hub.Hub;
import org.iochub.core.source.Sources;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problem;
import org.iochub.feed.internal.problem.ProblemException;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.feed.internal.server.Links;
import org.iochub.model.Fault;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A source's raw messages as they came. */
@Path("/api/v1/sources/{id}/archive")
@Component(service = FaceResource.class)
public final class ArchiveResource implements FaceResource {
    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1_000;

    private final Sources sources;
    private final Archive archive;
    private final ArchiveView view;
    private final Links links;

    @Activate
    public ArchiveResource(@Reference Hub hub, @Reference Sources sources, @Reference Archive archive) {
        this.sources = sources;
        this.archive = archive;
        this.view = new ArchiveView(hub);
        this.links = new Links(hub);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@PathParam("id") String source, @Context UriInfo uri, @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        Known.require(sources, source, caller.grants());
        Params params = new Params(uri.getQueryParameters());
        ArchivePage page = archive.page(new ArchiveQuery(
                source,
                params.moment("from").map(OffsetDateTime::toInstant),
                params.moment("until").map(OffsetDateTime::toInstant),
                params.one("after"),
                params.integer("limit", USUAL_LIMIT, 1, LARGEST_LIMIT)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("source", source);
        document.put(
                "messages",
                page.messages().stream()
                        .map(message -> view.of(message, caller.grants()))
                        .toList());
        document.put(
                "damages",
                page.damages().stream().map(ArchiveResource::describe).toList());
        Response.ResponseBuilder response = Response.ok(Json.bytes(document));
        page.next().ifPresent(place -> {
            String next = links.to(ArchiveView.path(source) + "/archive") + "?" + params.with("after", place);
            response.header(HttpHeaders.LINK, Links.header(next, "next"));
        });
        return response.build();
    }

    private static Map<String, Object> describe(Fault fault) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", fault.code());
        document.put("place", fault.where());
        document.put("sentence", Json.text(fault.message()));
        return document;
    }

    @GET
    @Path("/{place}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response one(
            @PathParam("id") String source, @PathParam("place") String place, @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        return Response.ok(Json.bytes(view.of(found(source, place, caller), caller.grants())))
                .build();
    }

    @GET
    @Path("/{place}/raw")
    public Response raw(
            @PathParam("id") String source, @PathParam("place") String place, @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        ArchivedMessage message = found(source, place, caller);
        if (!ArchiveView.opens(caller.grants())) {
            throw Problems.forbidden(
                    "Bản gốc cần khóa quản trị có mức dữ liệu cá nhân full.",
                    "A raw message takes an administrator's key with the personal level full.");
        }
        InputStream body = open(message);
        StreamingOutput out = to -> {
            try (body) {
                body.transferTo(to);
            }
        };
        return Response.ok(out, MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment; filename=\"" + message.place() + ".raw\"")
                .header("Repr-Digest", "sha-256=:" + base64(message.sha256()) + ":")
                .build();
    }

    private static String base64(String hex) {
        return java.util.Base64.getEncoder()
                .encodeToString(java.util.HexFormat.of().parseHex(hex));
    }

    private ArchivedMessage found(String source, String place, Caller caller) {
        Known.require(sources, source, caller.grants());
        return archive.at(source, place).orElseThrow(ArchiveResource::gone);
    }

    private InputStream open(ArchivedMessage message) {
        try {
            return archive.open(message);
        } catch (DamagedArchiveException e) {
            throw new ProblemException(
                    new Problem(500, e.fault().code(), e.fault().message(), Map.of(), Map.of()));
        } catch (NoSuchFileException e) {
            throw gone();
        } catch (IOException e) {
            throw new UncheckedIOException("archived message " + message.place(), e);
        }
    }

    private static ProblemException gone() {
        return Problems.notFound(
                "Kho bản gốc không có gì đọc được ở chỗ này: đã quá hạn lưu, hoặc tệp bị hỏng (xem danh sách damages).",
                "The archive has nothing readable at this place: it is beyond the limits, or damaged (see damages of the list).");
    }
}
