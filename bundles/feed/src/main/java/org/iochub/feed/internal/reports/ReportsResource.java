package org.iochub.feed.internal.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import org.iochub.core.report.ReportFormat;
import org.iochub.core.report.ReportInfo;
import org.iochub.core.report.Reports;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.server.FaceResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reports of each authority: of every week, and of any period. */
@Path("/api/v1/reports")
@Component(service = FaceResource.class)
public final class ReportsResource implements FaceResource {
    private static final int LARGEST_BODY = 16 * 1024;
    private final Reports reports;

    @Activate
    public ReportsResource(@Reference Reports reports) {
        this.reports = reports;
    }

    @GET
    public Response list() {
        return json(
                200,
                Map.of(
                        "reports",
                        reports.list().stream().map(ReportsResource::describe).toList()));
    }

    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") String id, @Context UriInfo uri) {
        ReportFormat format = new Params(uri.getQueryParameters())
                .choice("format", ReportFormat.class)
                .orElse(ReportFormat.JSON);
        return reports.get(id)
                .flatMap(info -> reports.content(id, format))
                .map(content -> file(content, id, format))
                .orElseThrow(() -> Problems.notFound(
                        "Không có báo cáo này; xem /api/v1/reports.", "There is no such report; see /api/v1/reports."));
    }

    private static Response file(byte[] content, String id, ReportFormat format) {
        boolean shown = format == ReportFormat.JSON || format == ReportFormat.HTML;
        return Response.ok(content)
                .type(format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (shown ? "inline" : "attachment") + "; filename=\"" + id + "." + format.wireName() + "\"")
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(InputStream body, @Context SecurityContext security) throws IOException {
        Caller caller = Caller.of(security);
        JsonNode asked;
        try {
            asked = Json.tree(body.readNBytes(LARGEST_BODY));
        } catch (UncheckedIOException e) {
            throw Problems.badParameter("body", "Nội dung không phải JSON.", "The body is not JSON.");
        }
        ReportInfo info =
                reports.make(asked.path("tenant").asText(), day(asked, "from"), day(asked, "to"), caller.id());
        return json(201, describe(info));
    }

    private static LocalDate day(JsonNode asked, String name) {
        try {
            return LocalDate.parse(asked.path(name).asText());
        } catch (DateTimeException e) {
            throw Problems.badParameter(
                    name,
                    "Ghi ngày ở «" + name + "» theo mẫu 2026-11-16.",
                    "Write a day such as 2026-11-16 in \"" + name + "\".");
        }
    }

    private static Map<String, Object> describe(ReportInfo info) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", info.id());
        document.put("tenant", info.tenant());
        document.put("from", info.from().toString());
        document.put("to", info.to().toString());
        document.put("made", info.made().toString());
        document.put("by", info.by());
        return document;
    }

    private static Response json(int status, Object document) {
        return Response.status(status)
                .entity(Json.bytes(document))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }
}
