package org.iochub.feed.internal.open311;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import org.iochub.core.hub.Hub;
import org.iochub.core.log.FeedLog;
import org.iochub.core.records.RecordReader;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.scope.Scopes;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.feed.internal.server.Links;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The services of GeoReport v2, which are the kinds of reports there are, and where all of it is found. */
@Path("/open311/v2")
@Component(service = FaceResource.class)
public final class ServicesResource implements FaceResource {
    private static final String STANDARD = "http://wiki.open311.org/GeoReport_v2";
    private static final String CHANGED = "2026-01-01T00:00:00+07:00";

    private final ServiceCatalog catalog;
    private final Scopes scopes;
    private final Links links;

    @Activate
    public ServicesResource(
            @Reference Hub hub, @Reference FeedLog log, @Reference RecordReader records, @Reference Scopes scopes) {
        this.catalog = new ServiceCatalog(log, records);
        this.scopes = scopes;
        this.links = new Links(hub);
    }

    @GET
    @Path("/discovery." + GeoReport.FORMAT)
    public Response discovery(@PathParam("format") String format) {
        Map<String, Object> endpoint = new LinkedHashMap<>();
        endpoint.put("specification", STANDARD);
        endpoint.put("url", links.to("/open311/v2"));
        endpoint.put("changeset", CHANGED);
        endpoint.put("type", "production");
        endpoint.put("formats", List.of("application/json", "text/xml"));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("changeset", CHANGED);
        document.put("contact", "Quản trị IOC Hub / The administrator of this hub");
        document.put(
                "key_service",
                "Khóa do quản trị cấp, gửi trong Authorization: Bearer KHÓA; chỉ đọc."
                        + " / The administrator gives out keys, sent as Authorization: Bearer KEY; read only.");
        document.put("endpoints", List.of(endpoint));
        return GeoReport.one(format, "discovery", document).build();
    }

    @GET
    @Path("/services." + GeoReport.FORMAT)
    public Response services(
            @PathParam("format") String format, @Context UriInfo uri, @Context SecurityContext security) {
        List<Map<String, Object>> services = visible(uri, security).entrySet().stream()
                .map(service -> describe(service.getKey(), service.getValue()))
                .toList();
        return GeoReport.list(format, "services", "service", services).build();
    }

    @GET
    @Path("/services/{code: [^/]+}." + GeoReport.FORMAT)
    public Response service(
            @PathParam("code") String code,
            @PathParam("format") String format,
            @Context UriInfo uri,
            @Context SecurityContext security) {
        Optional<String> name = Optional.ofNullable(visible(uri, security).get(code));
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("service_code", code);
        definition.put(
                "service_name",
                name.map(known -> known.isEmpty() ? code : known)
                        .orElseThrow(() -> Problems.notFound(
                                "Không có lĩnh vực này; /open311/v2/services.json liệt kê các lĩnh vực.",
                                "There is no such service; /open311/v2/services.json lists the services.")));
        definition.put("attributes", List.of());
        return GeoReport.one(format, "service_definition", definition).build();
    }

    private Map<String, String> visible(UriInfo uri, SecurityContext security) {
        return catalog.within(Jurisdiction.scope(scopes, Caller.of(security), new Params(uri.getQueryParameters())));
    }

    private static Map<String, Object> describe(String code, String name) {
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("service_code", code);
        service.put("service_name", name.isEmpty() ? code : name);
        service.put("description", name.isEmpty() ? code : name);
        service.put("metadata", false);
        service.put("type", "realtime");
        service.put("keywords", "");
        service.put("group", "");
        return service;
    }
}
