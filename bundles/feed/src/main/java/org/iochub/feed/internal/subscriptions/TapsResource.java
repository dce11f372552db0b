package org.iochub.feed.internal.subscriptions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.iochub.core.delivery.TapStatus;
import org.iochub.core.delivery.Taps;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.FaultProblems;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.model.FaultException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Taps to streaming platforms, which files make: how they stand, and steering them. */
@Path("/api/v1/taps")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = FaceResource.class)
public final class TapsResource implements FaceResource {
    private final Taps taps;

    @Activate
    public TapsResource(@Reference Taps taps) {
        this.taps = taps;
    }

    @GET
    public Response list() {
        return Response.ok(Json.bytes(Map.of(
                        "taps", taps.list().stream().map(TapsResource::describe).toList())))
                .build();
    }

    @POST
    @Path("/{name}/pause")
    public Response pause(@PathParam("name") String name) {
        return told(name, () -> taps.pause(name));
    }

    @POST
    @Path("/{name}/resume")
    public Response resume(@PathParam("name") String name) {
        return told(name, () -> taps.resume(name));
    }

    @POST
    @Path("/{name}/rewind")
    public Response rewind(@PathParam("name") String name, @QueryParam("after") String after) {
        String place = Optional.ofNullable(after)
                .filter(given -> !given.isEmpty())
                .orElseThrow(() -> Problems.badParameter(
                        "after",
                        "Thiếu after: một con trỏ của hub, oldest hoặc newest.",
                        "after is missing: a cursor of the hub, oldest or newest."));
        return told(name, () -> taps.rewind(name, place));
    }

    private Response told(String name, Runnable work) {
        try {
            work.run();
        } catch (FaultException e) {
            throw FaultProblems.of(e.fault()).raised();
        }
        return taps.list().stream()
                .filter(tap -> tap.name().equals(name))
                .findFirst()
                .map(tap -> Response.ok(Json.bytes(describe(tap))).build())
                .orElseThrow(() -> Problems.notFound("Không có luồng này.", "There is no such tap."));
    }

    private static Map<String, Object> describe(TapStatus tap) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", tap.name());
        document.put("kind", tap.kind());
        document.put("target", tap.target());
        document.put("state", tap.state().wireName());
        tap.cursor().ifPresent(cursor -> document.put("cursor", cursor));
        document.put("lag", tap.lag());
        tap.lastSuccess().ifPresent(at -> document.put("lastSuccessAt", at.toString()));
        tap.waiting().ifPresent(why -> document.put("waiting", Json.text(why)));
        document.put("delivered", tap.delivered());
        document.put("failures", tap.failures());
        return document;
    }
}
