package org.iochub.feed.internal.audit;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.annotation.Priority;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import org.iochub.core.audit.AuditEvent;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.openapi.Audience;
import org.iochub.feed.internal.openapi.Catalog;
import org.iochub.feed.internal.openapi.Operation;

/** Writes down who asked for what, with which grant and purpose, and how it ended. */
@Priority(Priorities.USER)
public final class TrailFilter implements ContainerResponseFilter {
    /** On its way out a response carries how many records are in it; it does not leave the hub. */
    public static final String RECORDS = "Hub-Records";

    private static final String PURPOSE = "X-Purpose";
    private static final int LONGEST = 200;
    /** What is read all the time and shows no records. */
    private static final Set<String> NOT_WORTH_IT =
            Set.of("openapi", "types", "metrics", "overview", "ngsiTypes", "open311Discovery");

    private static final Set<String> SHOWN_PARAMETERS = Set.of(
            "source",
            "tenant",
            "area",
            "since",
            "major",
            "format",
            "version",
            "file",
            "type",
            "id",
            "jurisdiction_id",
            "service_request_id",
            "service_code",
            "start_date",
            "end_date",
            "status");

    private final Catalog catalog;
    private final Supplier<Optional<AccessTrail>> trail;

    @Context
    private ResourceInfo resource;

    public TrailFilter(Catalog catalog, Supplier<Optional<AccessTrail>> trail) {
        this.catalog = catalog;
        this.trail = trail;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        long records = Optional.ofNullable(response.getHeaders().remove(RECORDS)).stream()
                .flatMap(java.util.List::stream)
                .mapToLong(value -> Long.parseLong(value.toString()))
                .sum();
        if (resource.getResourceMethod() == null) {
            return;
        }
        Optional<Operation> operation = catalog.of(resource.getResourceClass(), resource.getResourceMethod())
                .filter(known -> known.audience() != Audience.EVERYONE)
                .filter(known -> !NOT_WORTH_IT.contains(known.id()));
        if (operation.isPresent() && trail.get().isPresent()) {
            note(trail.get().get(), operation.get(), request, response, records);
        }
    }

    private static void note(
            AccessTrail trail,
            Operation operation,
            ContainerRequestContext request,
            ContainerResponseContext response,
            long records) {
        Optional<Caller> caller = request.getSecurityContext().getUserPrincipal() instanceof Caller known
                ? Optional.of(known)
                : Optional.empty();
        Map<String, String> detail = new TreeMap<>();
        if (response.getStatus() >= 400) {
            detail.put("status", Integer.toString(response.getStatus()));
        }
        caller.ifPresent(c -> detail.put("personal", c.grants().personal().wireName()));
        Optional.ofNullable(request.getHeaderString(PURPOSE))
                .filter(purpose -> !purpose.isBlank())
                .ifPresent(purpose -> detail.put("purpose", cut(purpose)));
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (SHOWN_PARAMETERS.contains(name)) {
                detail.put(name, cut(String.join(",", values)));
            }
        });
        AuditEvent event = new AuditEvent(
                caller.map(Caller::id).orElse("unknown"),
                caller.map(Caller::name).orElse(""),
                operation.id(),
                cut(String.join(
                        "/",
                        request.getUriInfo().getPathParameters().values().stream()
                                .flatMap(java.util.List::stream)
                                .sorted()
                                .toList())),
                detail);
        boolean change = !operation.method().equals("GET") && !operation.id().equals("ingest");
        if (change && response.getStatus() < 400) {
            trail.changed(event);
        } else {
            trail.read(event, records);
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
