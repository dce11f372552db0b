package org.iochub.feed.internal.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.iochub.core.hub.Readiness;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.model.Text;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Whether the hub lives, and whether it is ready to be used. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = FaceResource.class)
public final class HealthResource implements FaceResource {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private final List<Readiness> checks = new CopyOnWriteArrayList<>();

    @GET
    @Path("/live")
    public Response live() {
        return Response.ok(Json.bytes(Map.of("live", true)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/ready")
    public Response ready() {
        List<Map<String, Object>> documents = new ArrayList<>();
        boolean ready = true;
        for (Readiness check :
                checks.stream().sorted(Comparator.comparing(Readiness::name)).toList()) {
            Optional<Text> missing = check.missing();
            ready &= missing.isEmpty();
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("name", check.name());
            document.put("ready", missing.isEmpty());
            missing.ifPresent(sentence -> document.put("missing", Json.text(sentence)));
            documents.add(document);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("ready", ready);
        document.put(
                "sentence",
                Json.text(
                        ready
                                ? Text.of("Hub đã sẵn sàng.", "The hub is ready.")
                                : Text.of("Hub chưa sẵn sàng.", "The hub is not ready.")));
        document.put("checks", documents);
        return Response.status(ready ? 200 : 503)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Json.bytes(document))
                .build();
    }

    /** For use without a container. */
    public HealthResource with(Readiness check) {
        checks.add(check);
        return this;
    }
}
