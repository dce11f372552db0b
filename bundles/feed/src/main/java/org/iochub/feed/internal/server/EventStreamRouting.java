package org.iochub.feed.internal.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.UriInfo;

/** A feed that is asked for as a stream of events is served by the stream below it. */
@PreMatching
final class EventStreamRouting implements ContainerRequestFilter {
    private static final Pattern FEED = Pattern.compile("/?api/v1/feeds/[^/]+");

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        if (!"GET".equals(request.getMethod()) || !FEED.matcher(uri.getPath()).matches()) {
            return;
        }
        boolean byParameter = "sse".equals(uri.getQueryParameters().getFirst("format"));
        if (byParameter || !uri.getQueryParameters().containsKey("format") && isAskedFor(request)) {
            request.setRequestUri(uri.getRequestUriBuilder()
                    .path("events")
                    .replaceQueryParam("format")
                    .build());
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.SERVER_SENT_EVENTS);
        }
    }

    private static boolean isAskedFor(ContainerRequestContext request) {
        return Optional.ofNullable(request.getHeaderString(HttpHeaders.ACCEPT)).stream()
                .flatMap(accept -> Arrays.stream(accept.split(",")))
                .map(range -> range.strip().toLowerCase(Locale.ROOT))
                .anyMatch(range -> range.equals("text/event-stream") || range.startsWith("text/event-stream;"));
    }
}
