package org.iochub.feed.internal.access;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.iochub.core.access.AccessKey;
import org.iochub.core.access.AccessKeys;
import org.iochub.core.access.Grants;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problem;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.server.FaceResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The access keys. */
@Path("/api/v1/keys")
@Component(service = FaceResource.class)
public final class KeysResource implements FaceResource {
    private static final int LARGEST_BODY = 64 * 1024;

    /** In hours. */
    private static final int USUAL_OVERLAP = 24;

    private static final int LONGEST_OVERLAP = 24 * 90;

    private final AccessKeys keys;
    private final Clock clock;

    @Activate
    public KeysResource(@Reference AccessKeys keys) {
        this(keys, Clock.systemUTC());
    }

    public KeysResource(AccessKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list() {
        List<Map<String, Object>> list =
                keys.list().stream().map(KeysResource::describe).toList();
        return Response.ok(Json.bytes(Map.of("keys", list))).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw Problem.of(
                            413,
                            "too-large",
                            "Nội dung tối đa " + LARGEST_BODY + " byte.",
                            "The body may have " + LARGEST_BODY + " bytes at most.")
                    .raised();
        }
        KeyRequest request = KeyRequest.parse(bytes);
        AccessKeys.Created created = keys.create(request.name(), request.grants(), request.expiresAt());
        Map<String, Object> document = describe(created.key());
        document.put("value", created.value());
        return Response.status(Response.Status.CREATED)
                .entity(Json.bytes(document))
                .build();
    }

    /** A successor with the same rights; the old key ends after the overlap. */
    @POST
    @Path("/{id}/rotate")
    @Produces(MediaType.APPLICATION_JSON)
    public Response rotate(@PathParam("id") String id, @Context UriInfo uri) {
        int hours = new Params(uri.getQueryParameters()).integer("overlap", USUAL_OVERLAP, 0, LONGEST_OVERLAP);
        Instant endsAt = clock.instant().plus(Duration.ofHours(hours));
        AccessKeys.Created created = keys.rotate(id, endsAt)
                .orElseThrow(() ->
                        Problems.notFound("Không có khóa nào còn dùng được với mã này.", "No usable key has this id."));
        Map<String, Object> document = describe(created.key());
        document.put("value", created.value());
        document.put("replaces", id);
        document.put("replacedEndsAt", endsAt.toString());
        return Response.status(Response.Status.CREATED)
                .entity(Json.bytes(document))
                .build();
    }

    @DELETE
    @Path("/{id}")
    public Response revoke(@PathParam("id") String id) {
        if (!keys.revoke(id)) {
            throw Problems.notFound("Không có khóa này.", "There is no such key.");
        }
        return Response.noContent().build();
    }

    private static Map<String, Object> describe(AccessKey key) {
        Grants grants = key.grants();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", key.id());
        document.put("name", key.name());
        document.put("read", grants.read());
        grants.types().ifPresent(types -> document.put("types", sorted(types)));
        grants.tenants().ifPresent(tenants -> document.put("tenants", sorted(tenants)));
        grants.areas().ifPresent(areas -> document.put("areas", sorted(areas)));
        document.put("personal", grants.personal().wireName());
        document.put("push", sorted(grants.push()));
        document.put("admin", grants.admin());
        grants.requestsPerMinute().ifPresent(requests -> document.put("requestsPerMinute", requests));
        document.put("createdAt", key.createdAt().toString());
        key.expiresAt().ifPresent(moment -> document.put("expiresAt", moment.toString()));
        document.put("revoked", key.revoked());
        return document;
    }

    private static List<String> sorted(Set<String> values) {
        return values.stream().sorted().toList();
    }
}
