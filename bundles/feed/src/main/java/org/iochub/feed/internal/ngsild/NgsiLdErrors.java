package org.iochub.feed.internal.ngsild;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.annotation.Priority;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.MediaType;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problems;

/** Gives problems below {@code /ngsi-ld} the types that NGSI-LD has for them. */
@Priority(Priorities.ENTITY_CODER)
public final class NgsiLdErrors implements ContainerResponseFilter {
    private static final String HOME = "https://uri.etsi.org/ngsi-ld/errors/";
    private static final Map<Integer, String> TYPES = Map.of(
            400, HOME + "BadRequestData",
            404, HOME + "ResourceNotFound",
            405, HOME + "OperationNotSupported",
            410, HOME + "ResourceNotFound",
            500, HOME + "InternalError");
    private static final String TOO_MANY = "urn:iochub:problem:too-many-results";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean here = request.getUriInfo().getPath().replaceFirst("^/", "").startsWith("ngsi-ld/");
        if (!here || response.getStatus() < 400 || !(response.getEntity() instanceof byte[] body)) {
            return;
        }
        boolean change = response.getStatus() == 405;
        if (change) {
            Problems.readOnly().headers().forEach(response.getHeaders()::putSingle);
        }
        JsonNode problem = Json.tree(change ? Json.bytes(Problems.readOnly().document()) : body);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(
                "type",
                problem.path("type").asText().equals(TOO_MANY)
                        ? HOME + "TooManyResults"
                        : TYPES.getOrDefault(
                                response.getStatus(), problem.path("type").asText()));
        problem.properties().forEach(member -> document.putIfAbsent(member.getKey(), member.getValue()));
        response.setEntity(Json.bytes(document), null, MediaType.APPLICATION_JSON_TYPE);
    }
}
