package org.iochub.feed.internal.ngsild;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import org.iochub.core.hub.Hub;
import org.iochub.core.log.FeedHead;
import org.iochub.core.log.FeedLog;
import org.iochub.core.records.RecordReader;
import org.iochub.core.type.RecordTypeRegistry;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.audit.TrailFilter;
import org.iochub.feed.internal.cursor.CursorKeeper;
import org.iochub.feed.internal.problem.Problem;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.scope.Scopes;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.feed.internal.server.Links;
import org.iochub.model.RecordId;
import org.iochub.model.RecordType;
import org.iochub.reading.cursor.PagePlace;
import org.iochub.reading.cursor.Place;
import org.iochub.reading.scope.Scope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Current state as NGSI-LD entities (ETSI GS CIM 009), read only. */
@Path("/ngsi-ld/v1/entities")
@Component(service = FaceResource.class)
public final class EntitiesResource implements FaceResource {
    private static final String PATH = "/ngsi-ld/v1/entities";
    private static final String COUNT = "NGSILD-Results-Count";

    private final FeedLog log;
    private final RecordReader records;
    private final Scopes scopes;
    private final CursorKeeper cursors;
    private final Links links;
    private final RecordTypeRegistry registry;
    private final Entities entities;
    private final EntityReader reader;
    private final Answers answers;

    @Activate
    public EntitiesResource(
            @Reference Hub hub,
            @Reference FeedLog log,
            @Reference RecordReader records,
            @Reference RecordTypeRegistry registry,
            @Reference Scopes scopes,
            @Reference CursorKeeper cursors) {
        this.log = log;
        this.records = records;
        this.scopes = scopes;
        this.cursors = cursors;
        this.links = new Links(hub);
        this.registry = registry;
        this.entities = new Entities(hub);
        this.reader = new EntityReader(records, entities);
        this.answers = new Answers(new Vocabulary(hub, registry, entities));
    }

    @GET
    public Response query(
            @HeaderParam(HttpHeaders.ACCEPT) String accept, @Context UriInfo uri, @Context SecurityContext security) {
        Params params = new Params(uri.getQueryParameters());
        Query query = Query.of(params);
        String mediaType = answers.mediaType(accept);
        if (query.types().isEmpty() && query.ids().isEmpty()) {
            throw Problems.badParameter(
                    "type",
                    "Cần type hoặc id: hỏi mọi thực thể cùng lúc là quá rộng; /ngsi-ld/v1/types liệt kê các loại.",
                    "Give type or id: asking for every entity at once is too wide; /ngsi-ld/v1/types lists the types.");
        }
        Caller caller = Caller.of(security);
        return query.ids().isEmpty() ? page(caller, params, query, mediaType) : named(caller, query, mediaType);
    }

    @GET
    @Path("/{id}")
    public Response entity(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Context UriInfo uri,
            @Context SecurityContext security) {
        Query query = Query.of(new Params(uri.getQueryParameters()));
        Entity entity = find(Caller.of(security), id)
                .filter(query::wants)
                .orElseThrow(() -> Problems.notFound(
                        "Không có thực thể này, hoặc khóa truy cập không được xem nó.",
                        "There is no such entity, or the key may not see it."));
        return answers.one(answers.mediaType(accept), entity.document(query.form(), query.attributes()))
                .header(TrailFilter.RECORDS, 1)
                .build();
    }

    private Response page(Caller caller, Params params, Query query, String mediaType) {
        Map<String, String> names = names(query.types());
        Scope scope = scope(caller, Set.copyOf(names.values()), params);
        FeedHead head = log.head();
        Place feed = new Place(head.epoch(), head.position());
        Optional<PagePlace> from = query.after().map(cursor -> cursors.page(cursor, head, links.to(PATH)));
        EntityReader.Page page = query.limit() == 0
                ? new EntityReader.Page(List.of(), 0, Optional.empty())
                : reader.read(
                        scope,
                        from.map(PagePlace::feed).orElse(feed),
                        from,
                        entity -> names.containsKey(entity.type()) && query.wants(entity),
                        query.limit(),
                        query.offset());
        Response.ResponseBuilder response = list(mediaType, query, page.entities());
        page.next().ifPresent(next -> response.header(HttpHeaders.LINK, next(params, page.skip(), next)));
        if (query.count()) {
            response.header(
                    COUNT,
                    reader.count(scope, feed, entity -> names.containsKey(entity.type()) && query.wants(entity))
                            .orElseThrow(EntitiesResource::tooMany));
        }
        return response.build();
    }

    /** Entities that were asked for by their ids; those the caller may not see are left out. */
    private Response named(Caller caller, Query query, String mediaType) {
        Map<String, String> names = names(query.types());
        List<Entity> found = query.ids().stream()
                .flatMap(id -> find(caller, id).stream())
                .filter(entity -> query.types().isEmpty() || names.containsKey(entity.type()))
                .filter(query::wants)
                .toList();
        Response.ResponseBuilder response = list(
                mediaType,
                query,
                found.stream().skip(query.offset()).limit(query.limit()).toList());
        return (query.count() ? response.header(COUNT, found.size()) : response).build();
    }

    private Response.ResponseBuilder list(String mediaType, Query query, List<Entity> found) {
        return answers.list(
                        mediaType,
                        found.stream()
                                .map(entity -> entity.document(query.form(), query.attributes()))
                                .toList())
                .header(TrailFilter.RECORDS, found.size());
    }

    private String next(Params params, int skip, PagePlace place) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        query.put("offset", skip == 0 ? List.of() : List.of(Integer.toString(skip)));
        query.put("after", List.of(cursors.write(place)));
        return "<" + links.to(PATH, params.replaced(query)) + ">; rel=\"next\"; type=\"application/json\"";
    }

    /** Record types by the wanted entity types' short names; a type nobody knows has no entities. */
    private Map<String, String> names(Set<String> types) {
        Map<String, String> names = new LinkedHashMap<>();
        for (RecordType<?> type : registry.all()) {
            entities.types(type.name()).stream()
                    .filter(model -> types.contains(model.name()) || types.contains(model.iri()))
                    .forEach(model -> names.put(model.name(), type.name()));
        }
        return names;
    }

    /** The hub's scope of these types; refuses one the caller may not read. */
    private Scope scope(Caller caller, Set<String> recordTypes, Params params) {
        recordTypes.forEach(type -> scopes.require(caller, type));
        Params filters = params.only(Set.of("source", "tenant", "area"));
        Scope all = scopes.of(caller, Scopes.ALL, filters);
        Map<String, RecordType<?>> kept = new LinkedHashMap<>(all.types());
        kept.keySet().retainAll(recordTypes);
        return all.only(kept);
    }

    private Optional<Entity> find(Caller caller, String id) {
        String[] parts = Entity.parts(id);
        Optional<RecordId> record = recordId(parts[1]);
        List<String> types = new ArrayList<>(names(Set.of(parts[0])).values());
        if (record.isEmpty() || types.isEmpty() || !caller.grants().allowsType(types.get(0))) {
            return Optional.empty();
        }
        return records.current(types.get(0), record.get())
                .flatMap(version -> {
                    Scope scope = scopes.any(caller, version.record());
                    return scope.alone(version.record(), version.late()).flatMap(shown -> entities.of(scope, shown));
                })
                .filter(entity -> entity.id().equals(id));
    }

    private static Optional<RecordId> recordId(String text) {
        try {
            return Optional.of(new RecordId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static RuntimeException tooMany() {
        String most = Integer.toString(EntityReader.MOST_COUNTED);
        return Problem.of(
                        403,
                        "too-many-results",
                        "Có hơn " + most + " bản ghi phải đếm; hãy thu hẹp bằng area, tenant, source hoặc bỏ count.",
                        "There are more than " + most
                                + " records to count; narrow the query by area, tenant or source, or leave count out.")
                .raised();
    }
}
