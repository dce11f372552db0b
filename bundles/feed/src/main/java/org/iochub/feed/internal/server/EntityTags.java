package org.iochub.feed.internal.server;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.annotation.Priority;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.iochub.feed.internal.access.Caller;

/**
 * Conditional requests (RFC 9110): documents are tagged by their digest, what is streamed by what its resource puts into the header;
 * who has the same already gets 304 and no body. Tags are weak, since a body may be compressed or not.
 */
@Priority(Priorities.ENTITY_CODER)
final class EntityTags implements ContainerResponseFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != 200 || !SAFE.contains(request.getMethod())) {
            return;
        }
        Optional<String> tag = Optional.ofNullable(response.getHeaderString(HttpHeaders.ETAG))
                .map(given -> weak(given + "." + grants(request)))
                .or(() -> digest(response.getEntity()));
        if (tag.isEmpty()) {
            return;
        }
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag.get());
        if (matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag.get())) {
            response.setStatusInfo(Response.Status.NOT_MODIFIED);
            response.setEntity(null);
            response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
        }
    }

    /** Readers with different grants see the same version differently, and a key's grants may change. */
    private static String grants(ContainerRequestContext request) {
        return request.getSecurityContext().getUserPrincipal() instanceof Caller caller
                ? Integer.toHexString(caller.grants().toString().hashCode())
                : "";
    }

    private static String weak(String value) {
        return "W/\"" + value + "\"";
    }

    private static Optional<String> digest(Object entity) {
        if (!(entity instanceof byte[] document)) {
            return Optional.empty();
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(document);
            return Optional.of(weak(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static boolean matches(String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .anyMatch(each -> each.equals("*") || opaque(each).equals(opaque(tag)));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
