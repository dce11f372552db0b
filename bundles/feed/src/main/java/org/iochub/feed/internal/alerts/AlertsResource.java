package org.iochub.feed.internal.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import org.iochub.core.alert.Alert;
import org.iochub.core.alert.AlertDocument;
import org.iochub.core.alert.Alerts;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.server.FaceResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What needs a person now. */
@Path("/api/v1/alerts")
@Component(service = FaceResource.class)
public final class AlertsResource implements FaceResource {
    private static final int USUAL_DAYS = 7;
    private static final int MOST_DAYS = 60;
    private static final int LARGEST_BODY = 16 * 1024;
    private static final int LONGEST_NOTE = 1_000;

    private final Alerts alerts;
    private final Clock clock;

    @Activate
    public AlertsResource(@Reference Alerts alerts) {
        this(alerts, Clock.systemUTC());
    }

    public AlertsResource(Alerts alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    @GET
    public Response list(@Context UriInfo uri) {
        Params params = new Params(uri.getQueryParameters());
        int days = params.integer("days", USUAL_DAYS, 0, MOST_DAYS);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("alerts", documents(alerts.firing()));
        document.put("recent", documents(alerts.resolved(clock.instant().minus(Duration.ofDays(days)))));
        return json(document);
    }

    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") String id) {
        return alerts.get(id)
                .map(alert -> json(AlertDocument.of(alert)))
                .orElseThrow(() -> Problems.notFound("Không có cảnh báo này đang mở.", "No alert of this id fires."));
    }

    @POST
    @Path("/{id}/acknowledge")
    @Consumes(MediaType.WILDCARD)
    public Response acknowledge(@PathParam("id") String id, InputStream body, @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        return json(AlertDocument.of(alerts.acknowledge(id, caller.id(), note(body))));
    }

    @GET
    @Path("/runbook/{rule}")
    public Response runbook(@PathParam("rule") String rule) {
        return alerts.runbook(rule)
                .map(page -> Response.ok(page.getBytes(StandardCharsets.UTF_8))
                        .type("text/markdown; charset=utf-8")
                        .build())
                .orElseThrow(() -> Problems.notFound("Không có trang này.", "There is no such page."));
    }

    /** The body may be empty. */
    private static String note(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(LARGEST_BODY);
            if (bytes.length == 0) {
                return "";
            }
            JsonNode note = Json.tree(bytes).path("note");
            String text = note.asText("");
            if (text.length() <= LONGEST_NOTE) {
                return text;
            }
        } catch (IOException | UncheckedIOException e) {
            // Said below.
        }
        throw Problems.badParameter(
                "note",
                "Nội dung là JSON {\"note\": \"…\"}, không quá " + LONGEST_NOTE + " ký tự.",
                "The body is JSON, {\"note\": \"…\"}, of " + LONGEST_NOTE + " characters at most.");
    }

    private static List<Map<String, Object>> documents(List<Alert> all) {
        return all.stream().map(AlertDocument::of).toList();
    }

    private static Response json(Object document) {
        return Response.ok(Json.bytes(document))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }
}
