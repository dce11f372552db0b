package org.iochub.feed.internal.server;

import javax.annotation.Priority;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.HttpHeaders;

/** Headers of every response: nothing is kept by caches, nothing is guessed by browsers. */
@Priority(Priorities.HEADER_DECORATOR)
final class SafeHeaders implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        // Records may be personal: a reader keeps what it asked for and its tag, a cache on the way keeps nothing.
        response.getHeaders().putSingle("Cache-Control", "no-store");
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    }
}
