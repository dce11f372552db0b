package org.iochub.feed.internal.areas;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.iochub.core.hub.Hub;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problem;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.feed.internal.server.Links;
import org.iochub.model.FaultException;
import org.iochub.model.area.Areas;
import org.iochub.model.record.Area;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Administrative units, each valid for a span of days. */
@Path("/api/v1/areas")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = FaceResource.class)
public final class AreasResource implements FaceResource {
    private static final List<String> LEVELS = List.of("province", "district", "commune");

    private final Areas areas;
    private final Links links;

    @Activate
    public AreasResource(@Reference Hub hub, @Reference Areas areas) {
        this.areas = areas;
        this.links = new Links(hub);
    }

    @GET
    public Response list(@Context UriInfo uri) {
        Params params = new Params(uri.getQueryParameters());
        LocalDate at = params.date("at").orElseGet(Params::today);
        Optional<String> parent = params.one("parent");
        Optional<String> level = params.one("level");
        if (level.isPresent() && !LEVELS.contains(level.get())) {
            throw Problems.badParameter(
                    "level",
                    "level phải là một trong: " + String.join(", ", LEVELS) + ".",
                    "level must be one of: " + String.join(", ", LEVELS) + ".");
        }
        boolean all = params.flag("all");
        List<Map<String, Object>> list = areas.all().stream()
                .filter(area -> all || isValid(area, at))
                .filter(area -> parent.isEmpty() || parent.equals(area.parentCode()))
                .filter(area ->
                        level.isEmpty() || level.get().equals(area.level().wireName()))
                .map(this::describe)
                .toList();
        return Response.ok(Json.bytes(Map.of("areas", list))).build();
    }

    @GET
    @Path("/{code}")
    public Response one(@PathParam("code") String code, @Context UriInfo uri) {
        LocalDate at = new Params(uri.getQueryParameters()).date("at").orElseGet(Params::today);
        Area area = areas.byCode(code, at).orElseThrow(() -> missing(code, at));
        return Response.ok(Json.bytes(describe(area))).build();
    }

    /** Says when the code was valid, if ever. */
    private RuntimeException missing(String code, LocalDate at) {
        try {
            areas.require(code, at);
        } catch (FaultException e) {
            List<Map<String, Object>> spans =
                    areas.spans(code).stream().map(this::describe).toList();
            return Problem.of(
                            404,
                            e.fault().code(),
                            e.fault().message().vi(),
                            e.fault().message().en())
                    .with("spans", spans)
                    .raised();
        }
        return Problems.notFound("Không có đơn vị này.", "There is no such unit.");
    }

    private static boolean isValid(Area area, LocalDate at) {
        return !at.isBefore(area.validFrom())
                && area.validTo().map(last -> !at.isAfter(last)).orElse(true);
    }

    private Map<String, Object> describe(Area area) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", area.code());
        document.put("level", area.level().wireName());
        document.put("name", area.name());
        area.kind().ifPresent(kind -> document.put("kind", kind));
        area.parentCode().ifPresent(parent -> document.put("parentCode", parent));
        document.put("validFrom", area.validFrom().toString());
        area.validTo().ifPresent(last -> document.put("validTo", last.toString()));
        document.put(
                "predecessors", neighbours(area.predecessors(), area.validFrom().minusDays(1)));
        document.put(
                "successors",
                area.validTo()
                        .map(last -> neighbours(area.successors(), last.plusDays(1)))
                        .orElse(neighbours(area.successors(), Params.today())));
        return document;
    }

    /** Units before or after this one, each with the address under which it is to be found on that day. */
    private List<Map<String, Object>> neighbours(List<Area.Successor> units, LocalDate day) {
        return units.stream()
                .map(unit -> {
                    Map<String, Object> document = new LinkedHashMap<>();
                    document.put("code", unit.code());
                    document.put("part", unit.part().code());
                    areas.byCode(unit.code(), day).ifPresent(area -> document.put("name", area.name()));
                    document.put("link", links.to("/api/v1/areas/" + unit.code() + "?at=" + day));
                    return document;
                })
                .toList();
    }
}
