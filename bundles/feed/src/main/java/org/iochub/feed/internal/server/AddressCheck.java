package org.iochub.feed.internal.server;

import java.util.Objects;
import java.util.stream.Stream;
import javax.annotation.Priority;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.core.UriInfo;
import org.iochub.feed.internal.problem.ProblemMapper;

/** Refuses addresses that cannot be decoded before anything trips over them. */
@PreMatching
@Priority(0)
final class AddressCheck implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        // CXF has null for a parameter without an equals sign.
        boolean decodable = isText(uri.getPath())
                && uri.getQueryParameters().entrySet().stream()
                        .flatMap(parameter ->
                                Stream.concat(Stream.of(parameter.getKey()), parameter.getValue().stream()))
                        .filter(Objects::nonNull)
                        .allMatch(AddressCheck::isText);
        if (!decodable) {
            throw ProblemMapper.badAddress().raised();
        }
    }

    /** The replacement character is what is left of bytes that are not UTF-8. */
    private static boolean isText(String value) {
        return value.indexOf('\uFFFD') < 0 && value.indexOf('\0') < 0;
    }
}
