package org.iochub.feed.internal.types;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.iochub.core.hub.Hub;
import org.iochub.core.type.RecordTypeRegistry;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.model.RecordType;
import org.iochub.model.schema.JsonSchemas;
import org.iochub.reading.event.SchemaAddress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The record types and their schemas. */
@Path("/api/v1/types")
@Component(service = FaceResource.class)
public final class TypesResource implements FaceResource {
    private final Hub hub;
    private final RecordTypeRegistry types;

    @Activate
    public TypesResource(@Reference Hub hub, @Reference RecordTypeRegistry types) {
        this.hub = hub;
        this.types = types;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@Context SecurityContext security) {
        Caller caller = Caller.of(security);
        List<Map<String, Object>> list =
                types.all().stream().map(type -> describe(type, caller)).toList();
        return Response.ok(Json.bytes(Map.of("types", list))).build();
    }

    private Map<String, Object> describe(RecordType<?> type, Caller caller) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", type.name());
        document.put("major", type.major());
        document.put("eventType", type.eventType());
        document.put("title", Json.text(type.title()));
        document.put("description", Json.text(type.description()));
        document.put("timeField", type.timeField());
        type.placeField().ifPresent(place -> document.put("placeField", place));
        document.put("readable", caller.grants().allowsType(type.name()));
        Map<String, Object> links = new LinkedHashMap<>();
        links.put("schema", SchemaAddress.of(hub, type.name(), type.major()));
        links.put("feed", hub.publicUrl() + "/api/v1/feeds/" + type.name());
        links.put("records", hub.publicUrl() + "/api/v1/records/" + type.name());
        document.put("links", links);
        return document;
    }

    @GET
    @Path("/{type}/v{major: [1-9][0-9]*}/schema")
    @Produces({"application/schema+json", MediaType.APPLICATION_JSON})
    public Response schema(@PathParam("type") String name, @PathParam("major") int major) {
        RecordType<?> type = types.get(name, major).orElseThrow(() -> Problems.noSuchType(name + "/v" + major));
        return Response.ok(Json.bytes(JsonSchemas.of(type, SchemaAddress.of(hub, type.name(), major))))
                .build();
    }
}
