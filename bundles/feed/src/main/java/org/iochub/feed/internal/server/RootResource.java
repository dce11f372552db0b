package org.iochub.feed.internal.server;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Response;
import org.iochub.core.hub.FrontPage;
import org.iochub.feed.internal.problem.Problems;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The page at the root, which the HTTP server would give to nobody but the one who serves all addresses. */
@Path("/")
@Component(service = FaceResource.class)
public final class RootResource implements FaceResource {
    private final AtomicReference<Optional<FrontPage>> page = new AtomicReference<>(Optional.empty());

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setPage(FrontPage service) {
        page.set(Optional.of(service));
    }

    void unsetPage(FrontPage service) {
        page.updateAndGet(current -> current.filter(known -> known != service));
    }

    @GET
    public Response page() {
        FrontPage now = page.get()
                .orElseThrow(() -> Problems.notFound(
                        "Hub này không có trang quản trị; /api/v1/openapi.json mô tả các địa chỉ có thể dùng.",
                        "This hub has no console; /api/v1/openapi.json describes the addresses there are."));
        Response.ResponseBuilder response = Response.ok(now.html(), "text/html; charset=utf-8");
        now.headers().forEach(response::header);
        return response.build();
    }
}
