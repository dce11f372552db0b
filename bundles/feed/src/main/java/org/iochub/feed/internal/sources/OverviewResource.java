package org.iochub.feed.internal.sources;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.quarantine.QuarantineGroup;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.source.Sources;
import org.iochub.core.tenant.Tenant;
import org.iochub.core.tenant.Tenants;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.server.FaceResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everything a duty room looks at, in one answer: authorities, sources with their last hour, what is refused and open. */
@Path("/api/v1/overview")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = FaceResource.class)
public final class OverviewResource implements FaceResource {
    private static final int MOST_GROUPS = 1_000;
    /** Many screens ask every few seconds; the store counts seldom. */
    private static final Duration COUNTS_KEPT = Duration.ofSeconds(5);

    private final Sources sources;
    private final Tenants tenants;
    private final Quarantine quarantine;
    private final Clock clock;
    private Map<String, Long> open = Map.of();
    private Instant counted = Instant.EPOCH;

    @Activate
    public OverviewResource(@Reference Sources sources, @Reference Tenants tenants, @Reference Quarantine quarantine) {
        this(sources, tenants, quarantine, Clock.systemUTC());
    }

    public OverviewResource(Sources sources, Tenants tenants, Quarantine quarantine, Clock clock) {
        this.sources = sources;
        this.tenants = tenants;
        this.quarantine = quarantine;
        this.clock = clock;
    }

    @GET
    public Response overview(@Context SecurityContext security) {
        Caller caller = Caller.of(security);
        List<SourceStatus> seen = sources.list().stream()
                .filter(source -> SourceScope.allows(caller.grants(), source))
                .toList();
        Map<String, Long> refused = open();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("at", clock.instant().toString());
        document.put("tenants", tenants(seen, caller));
        document.put(
                "sources",
                seen.stream()
                        .map(source -> {
                            Map<String, Object> each = SourceDocument.of(source, caller);
                            each.put("open", refused.getOrDefault(source.id(), 0L));
                            each.put("steers", caller.steers(source));
                            return each;
                        })
                        .toList());
        return Response.ok(Json.bytes(document)).build();
    }

    private List<Map<String, Object>> tenants(List<SourceStatus> seen, Caller caller) {
        Set<String> used = new HashSet<>();
        seen.forEach(source -> used.add(source.tenant()));
        return tenants.list().stream()
                .filter(tenant -> caller.grants().allowsTenant(tenant.id()) || used.contains(tenant.id()))
                .map(OverviewResource::describe)
                .toList();
    }

    private static Map<String, Object> describe(Tenant tenant) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", tenant.id());
        document.put("name", Json.text(tenant.name()));
        tenant.successor().ifPresent(successor -> document.put("successor", successor));
        return document;
    }

    private synchronized Map<String, Long> open() {
        Instant now = clock.instant();
        if (!now.isBefore(counted.plus(COUNTS_KEPT))) {
            Map<String, Long> counts = new TreeMap<>();
            for (QuarantineGroup group : quarantine.groups(QuarantineFilter.all(), MOST_GROUPS)) {
                counts.merge(group.source(), group.count(), Long::sum);
            }
            open = counts;
            counted = now;
        }
        return open;
    }
}
