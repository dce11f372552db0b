package org.iochub.feed.internal.tenants;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.iochub.core.tenant.DutyRoster;
import org.iochub.core.tenant.Tenant;
import org.iochub.core.tenant.Tenants;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.access.Role;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.server.FaceResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The authorities. */
@Path("/api/v1/tenants")
@Component(service = FaceResource.class)
public final class TenantsResource implements FaceResource {
    private final Tenants tenants;
    private final Clock clock;

    @Activate
    public TenantsResource(@Reference Tenants tenants) {
        this(tenants, Clock.systemUTC());
    }

    public TenantsResource(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@Context SecurityContext security) {
        Caller caller = Caller.of(security);
        List<Map<String, Object>> list = tenants.list().stream()
                .filter(tenant -> caller.grants().admin() || caller.grants().allowsTenant(tenant.id()))
                .map(tenant -> describe(tenant, caller))
                .toList();
        return Response.ok(Json.bytes(Map.of("tenants", list))).build();
    }

    private Map<String, Object> describe(Tenant tenant, Caller caller) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", tenant.id());
        document.put("name", Json.text(tenant.name()));
        document.put("areas", tenant.areas());
        tenant.validFrom().ifPresent(day -> document.put("validFrom", day.toString()));
        tenant.validTo().ifPresent(day -> document.put("validTo", day.toString()));
        tenant.successor().ifPresent(successor -> document.put("successor", successor));
        document.put("zone", tenant.zone().getId());
        if (caller.role().atLeast(Role.VIEWER)) {
            // Names and numbers of people: for those who watch the hub, not for what reads its feeds.
            document.put("contacts", tenant.contacts());
            document.put("dutyRoster", tenant.dutyRoster());
            document.put(
                    "onDuty",
                    DutyRoster.entriesAt(tenant.dutyRoster(), clock.instant().atZone(tenant.zone())));
        }
        return document;
    }
}
