package org.iochub.feed.internal.problem;

import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;

/** The same for JAX-RS's own exceptions, for which CXF has a nearer mapper than {@link ProblemMapper}. */
public final class WebProblemMapper implements ExceptionMapper<WebApplicationException> {
    private final ProblemMapper mapper;

    public WebProblemMapper(ProblemMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Response toResponse(WebApplicationException thrown) {
        return mapper.toResponse(thrown);
    }
}
