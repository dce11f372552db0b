package org.iochub.feed.internal.open311;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import org.iochub.core.hub.Hub;
import org.iochub.core.records.RecordReader;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.audit.TrailFilter;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.scope.Scopes;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.feed.internal.server.Links;
import org.iochub.model.RecordId;
import org.iochub.reading.scope.Scope;
import org.iochub.reading.scope.Shown;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Citizen reports as service requests of GeoReport v2, read only. */
@Path("/open311/v2")
@Component(service = FaceResource.class)
public final class RequestsResource implements FaceResource {
    private static final String ROOT = "service_requests";
    private static final String ITEM = "request";

    private final RecordReader records;
    private final RequestReader reader;
    private final Scopes scopes;
    private final Links links;
    private final Clock clock;

    @Activate
    public RequestsResource(@Reference Hub hub, @Reference RecordReader records, @Reference Scopes scopes) {
        this(hub, records, scopes, Clock.systemUTC());
    }

    public RequestsResource(Hub hub, RecordReader records, Scopes scopes, Clock clock) {
        this.records = records;
        this.reader = new RequestReader(records);
        this.scopes = scopes;
        this.links = new Links(hub);
        this.clock = clock;
    }

    @GET
    @Path("/requests." + GeoReport.FORMAT)
    public Response requests(
            @PathParam("format") String format, @Context UriInfo uri, @Context SecurityContext security) {
        Params params = new Params(uri.getQueryParameters());
        RequestQuery query = RequestQuery.of(params, clock);
        Caller caller = Caller.of(security);
        Scope scope = Jurisdiction.scope(scopes, caller, params);
        if (!query.ids().isEmpty()) {
            List<Shown> named = query.ids().stream()
                    .sorted()
                    .flatMap(id -> find(caller, id).stream())
                    .filter(shown -> scope.alone(shown.record(), false).isPresent())
                    .toList();
            return list(format, named).build();
        }
        RequestReader.Page page = reader.read(scope, query);
        Response.ResponseBuilder response = list(format, page.requests());
        if (page.more()) {
            // The span is written out: a default span would move on between two pages.
            Map<String, List<String>> next = new LinkedHashMap<>();
            next.put("start_date", List.of(query.from().toString()));
            next.put("end_date", List.of(query.to().toString()));
            next.put("page", List.of(Integer.toString(query.page() + 1)));
            response.header(
                    HttpHeaders.LINK,
                    Links.header(links.to("/open311/v2/requests." + format, params.replaced(next)), "next"));
        }
        return response.build();
    }

    @GET
    @Path("/requests/{id}." + GeoReport.FORMAT)
    public Response request(
            @PathParam("id") String id,
            @PathParam("format") String format,
            @Context UriInfo uri,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        Scope scope = Jurisdiction.scope(scopes, caller, new Params(uri.getQueryParameters()));
        Shown shown = find(caller, id)
                .filter(each -> scope.alone(each.record(), false).isPresent())
                .orElseThrow(Problems::noSuchRecord);
        // The standard answers with a list of one.
        return list(format, List.of(shown)).build();
    }

    private static Response.ResponseBuilder list(String format, List<Shown> requests) {
        return GeoReport.list(
                        format,
                        ROOT,
                        ITEM,
                        requests.stream().map(RequestDocument::of).toList())
                .header(TrailFilter.RECORDS, requests.size());
    }

    private Optional<Shown> find(Caller caller, String id) {
        RecordId record;
        try {
            record = new RecordId(id);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return records.current(ServiceCatalog.TYPE, record)
                .flatMap(version -> scopes.any(caller, version.record()).alone(version.record(), version.late()))
                .filter(shown -> !shown.isDelete());
    }
}
