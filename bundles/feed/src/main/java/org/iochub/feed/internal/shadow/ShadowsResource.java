package org.iochub.feed.internal.shadow;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import org.iochub.core.shadow.DifferenceKind;
import org.iochub.core.shadow.Promotion;
import org.iochub.core.shadow.Shadow;
import org.iochub.core.shadow.ShadowDocuments;
import org.iochub.core.shadow.Shadows;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.server.FaceResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Candidates for an adapter's next version, tried beside the one that runs. */
@Path("/api/v1/shadows")
@Component(service = FaceResource.class)
public final class ShadowsResource implements FaceResource {
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,120}\\.(jar|kar|yaml|yml)");

    private final Shadows shadows;

    @Activate
    public ShadowsResource(@Reference Shadows shadows) {
        this.shadows = shadows;
    }

    @GET
    public Response list() {
        return json(
                200,
                Map.of(
                        "shadows",
                        shadows.list().stream().map(ShadowDocuments::of).toList()));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response start(@Context UriInfo uri, @Context SecurityContext security, InputStream content)
            throws IOException {
        Params params = new Params(uri.getQueryParameters());
        String file = params.one("file").orElse("");
        if (!PLAIN_NAME.matcher(file).matches()) {
            throw Problems.badParameter(
                    "file",
                    "Ghi tên tệp trong tham số file: chữ không dấu, số, gạch nối; kết thúc bằng .jar, .kar, .yaml hoặc"
                            + " .yml.",
                    "Name the file in the parameter file: letters, digits, hyphens, ending in .jar, .kar, .yaml or"
                            + " .yml.");
        }
        Optional<Instant> since = params.moment("since").map(OffsetDateTime::toInstant);
        Shadow shadow = shadows.start(file, content, since, Caller.of(security).id());
        return json(201, ShadowDocuments.of(shadow));
    }

    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") String id) {
        return json(200, ShadowDocuments.of(known(id)));
    }

    @GET
    @Path("/{id}/differences")
    public Response differences(@PathParam("id") String id, @Context UriInfo uri) {
        Params params = new Params(uri.getQueryParameters());
        Shadow shadow = known(id);
        List<Map<String, Object>> differences = shadows
                .differences(id, params.one("source"), params.choice("kind", DifferenceKind.class), params.one("field"))
                .stream()
                .map(ShadowDocuments::of)
                .toList();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", id);
        document.put("verdict", Json.text(shadow.verdict()));
        document.put("differences", differences);
        return json(200, document);
    }

    @POST
    @Path("/{id}/promote")
    public Response promote(@PathParam("id") String id) throws IOException {
        Promotion promotion = shadows.promote(known(id).file());
        return json(promotion.verdict().accepted() ? 200 : 422, ShadowDocuments.of(promotion));
    }

    @POST
    @Path("/{id}/drop")
    public Response drop(@PathParam("id") String id) throws IOException {
        return json(200, ShadowDocuments.of(shadows.drop(known(id).file())));
    }

    @POST
    @Path("/{id}/pause")
    public Response pause(@PathParam("id") String id) throws IOException {
        return json(200, ShadowDocuments.of(shadows.pause(known(id).file())));
    }

    @POST
    @Path("/{id}/resume")
    public Response resume(@PathParam("id") String id) throws IOException {
        return json(200, ShadowDocuments.of(shadows.resume(known(id).file())));
    }

    private Shadow known(String id) {
        return shadows.get(id)
                .orElseThrow(() -> Problems.notFound("Không có bản thử này.", "There is no such shadow."));
    }

    private static Response json(int status, Object document) {
        return Response.status(status)
                .entity(Json.bytes(document))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }
}
