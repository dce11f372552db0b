package org.iochub.feed.internal.server;

import javax.annotation.Priority;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.HttpHeaders;

/** Headers of every response: nothing is kept by shared caches, nothing is guessed by browsers. */
@Priority(Priorities.HEADER_DECORATOR)
final class SafeHeaders implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        // What is tagged may be kept by the reader itself, who asks each time whether it still holds.
        boolean tagged = response.getHeaders().containsKey(HttpHeaders.ETAG);
        response.getHeaders().putSingle("Cache-Control", tagged ? "private, no-cache" : "no-store");
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    }
}
