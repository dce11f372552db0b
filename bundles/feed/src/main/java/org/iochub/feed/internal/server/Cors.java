package org.iochub.feed.internal.server;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;

/** Lets pages of the configured origins read the face; without configuration, of none. */
@PreMatching
final class Cors implements ContainerRequestFilter, ContainerResponseFilter {
    private final Set<String> origins;

    /** @param origins separated by commas or blanks; {@code *} for every origin */
    Cors(String origins) {
        this.origins = Arrays.stream(origins.split("[,\\s]+"))
                .filter(origin -> !origin.isEmpty())
                .map(origin -> origin.replaceFirst("/+$", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean allows(String origin) {
        return origin != null && (origins.contains("*") || origins.contains(origin));
    }

    @Override
    public void filter(ContainerRequestContext request) {
        boolean preflight = "OPTIONS".equals(request.getMethod())
                && request.getHeaderString("Access-Control-Request-Method") != null;
        if (preflight && allows(request.getHeaderString("Origin"))) {
            request.abortWith(Response.noContent()
                    .header("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE")
                    .header(
                            "Access-Control-Allow-Headers",
                            "Authorization, Accept, Content-Type, Idempotency-Key, Last-Event-ID")
                    .header("Access-Control-Max-Age", "600")
                    .build());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        if (!origins.isEmpty()) {
            headers.add("Vary", "Origin");
        }
        String origin = request.getHeaderString("Origin");
        if (allows(origin)) {
            headers.putSingle("Access-Control-Allow-Origin", origin);
            headers.putSingle("Access-Control-Expose-Headers", "Link, Retry-After, WWW-Authenticate");
        }
    }
}
