package org.iochub.feed.internal.ngsild;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.iochub.core.hub.Hub;
import org.iochub.core.type.RecordTypeRegistry;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.model.RecordType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The entity types a caller may read, and what all names mean. */
@Path("/ngsi-ld/v1")
@Component(service = FaceResource.class)
public final class TypesListResource implements FaceResource {
    private final RecordTypeRegistry registry;
    private final Entities entities;
    private final Vocabulary vocabulary;
    private final Answers answers;

    @Activate
    public TypesListResource(@Reference Hub hub, @Reference RecordTypeRegistry registry) {
        this.registry = registry;
        this.entities = new Entities(hub);
        this.vocabulary = new Vocabulary(hub, registry, entities);
        this.answers = new Answers(vocabulary);
    }

    @GET
    @Path("/types")
    public Response types(@HeaderParam(HttpHeaders.ACCEPT) String accept, @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        List<String> names = registry.all().stream()
                .map(RecordType::name)
                .distinct()
                .filter(caller.grants()::allowsType)
                .flatMap(type -> entities.types(type).stream())
                .map(EntityModel::name)
                .sorted()
                .toList();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", "urn:ngsi-ld:EntityTypeList:iochub");
        document.put("type", "EntityTypeList");
        document.put("typeList", names);
        return answers.one(answers.mediaType(accept), document).build();
    }

    @GET
    @Path("/context.jsonld")
    public Response context() {
        return Response.ok(Json.bytes(vocabulary.document()))
                .header(HttpHeaders.CONTENT_TYPE, "application/ld+json")
                .build();
    }
}
