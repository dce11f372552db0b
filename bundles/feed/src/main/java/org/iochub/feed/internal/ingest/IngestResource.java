package org.iochub.feed.internal.ingest;

import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.iochub.api.Delivered;
import org.iochub.core.source.Sources;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.server.FaceResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where push sources deliver. */
@Path("/api/v1/ingest/{source}")
@Component(service = FaceResource.class)
public final class IngestResource implements FaceResource {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final Pattern MESSAGE_NAME = Pattern.compile("[\\x21-\\x7e]{1,200}");
    /** Headers that prove who the sender is, or that concern the connection only. */
    private static final Pattern KEPT_BACK =
            Pattern.compile("authorization|proxy-.*|cookie.*|connection|.*(token|secret|password|api-?key).*");

    private final Sources sources;

    @Activate
    public IngestResource(@Reference Sources sources) {
        this.sources = sources;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response deliver(
            @PathParam("source") String source,
            @HeaderParam(IDEMPOTENCY_KEY) String idempotencyKey,
            @Context HttpHeaders headers,
            @Context SecurityContext security,
            InputStream body) {
        if (!Caller.of(security).grants().allowsPush(source)) {
            // The same whether the source is there or not.
            throw Problems.forbidden(
                    "Khóa này không được gửi dữ liệu cho nguồn «" + Problems.shown(source) + "».",
                    "This key may not deliver to the source \"" + Problems.shown(source) + "\".");
        }
        Delivered delivered = sources.push(source, name(idempotencyKey), attributes(headers), body);
        return Response.ok(Json.bytes(DeliveredDocument.of(delivered))).build();
    }

    private static Optional<String> name(String idempotencyKey) {
        Optional<String> name = Optional.ofNullable(idempotencyKey).map(String::strip);
        if (name.filter(given -> !MESSAGE_NAME.matcher(given).matches()).isPresent()) {
            throw Problems.badParameter(
                    IDEMPOTENCY_KEY,
                    "Idempotency-Key: từ 1 đến 200 ký tự ASCII nhìn thấy được.",
                    "Idempotency-Key: 1 to 200 visible ASCII characters.");
        }
        return name;
    }

    private static Map<String, String> attributes(HttpHeaders headers) {
        Map<String, String> attributes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.getRequestHeaders().forEach((header, values) -> {
            if (!KEPT_BACK.matcher(header.toLowerCase(Locale.ROOT)).matches()) {
                attributes.put(header, String.join(", ", values));
            }
        });
        return attributes;
    }
}
