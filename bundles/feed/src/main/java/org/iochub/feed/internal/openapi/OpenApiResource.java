package org.iochub.feed.internal.openapi;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.iochub.core.hub.Hub;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.server.FaceResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The description of the face. */
@Path("/api/v1/openapi.json")
@Component(service = FaceResource.class)
public final class OpenApiResource implements FaceResource {
    private final Hub hub;

    @Activate
    public OpenApiResource(@Reference Hub hub) {
        this.hub = hub;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response describe() {
        return Response.ok(Json.bytes(OpenApiDocument.of(hub, Operations.all())))
                .build();
    }
}
