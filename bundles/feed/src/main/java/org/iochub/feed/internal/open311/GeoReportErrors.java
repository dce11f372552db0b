package org.iochub.feed.internal.open311;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.Priority;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.MediaType;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problems;

/** Writes problems below {@code /open311} as GeoReport does: a list of codes and descriptions. */
@Priority(Priorities.ENTITY_CODER)
public final class GeoReportErrors implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath().replaceFirst("^/", "");
        if (!path.startsWith("open311/")
                || response.getStatus() < 400
                || !(response.getEntity() instanceof byte[] body)) {
            return;
        }
        boolean change = response.getStatus() == 405;
        if (change) {
            Problems.readOnly().headers().forEach(response.getHeaders()::putSingle);
        }
        JsonNode problem = Json.tree(change ? Json.bytes(Problems.readOnly().document()) : body);
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", response.getStatus());
        error.put(
                "description",
                problem.path("detail").asText() + " / "
                        + problem.path("detail_en").asText());
        boolean xml = path.endsWith(".xml");
        response.setEntity(
                xml
                        ? GeoReport.xml(out -> {
                            out.writeStartElement("errors");
                            GeoReport.write(out, "error", error);
                            out.writeEndElement();
                        })
                        : Json.bytes(List.of(error)),
                null,
                MediaType.valueOf(xml ? GeoReport.XML : GeoReport.JSON));
    }
}
