package org.iochub.feed.internal.quarantine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.core.UriInfo;
import org.iochub.core.access.PersonalLevel;
import org.iochub.core.hub.Hub;
import org.iochub.core.quarantine.FaultMark;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.quarantine.QuarantineState;
import org.iochub.core.quarantine.Quarantined;
import org.iochub.core.replay.Replays;
import org.iochub.core.source.Sources;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.ProblemException;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.feed.internal.server.Links;
import org.iochub.model.text.FreeTextMask;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Refused records. */
@Path("/api/v1/quarantine")
@Component(service = FaceResource.class)
public final class QuarantineResource implements FaceResource {
    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1_000;
    private static final int MOST_PAGES = 20;

    private final Quarantine quarantine;
    private final FaultView faults;
    private final Links links;
    private final Settling settling;

    @Activate
    public QuarantineResource(
            @Reference Hub hub,
            @Reference Quarantine quarantine,
            @Reference FaultView faults,
            @Reference Replays replays,
            @Reference Sources sources) {
        this.quarantine = quarantine;
        this.faults = faults;
        this.links = new Links(hub);
        this.settling = new Settling(quarantine, replays, faults, sources);
    }

    @GET
    public Response list(@Context UriInfo uri, @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        Params params = new Params(uri.getQueryParameters());
        int limit = params.integer("limit", USUAL_LIMIT, 1, LARGEST_LIMIT);
        long before = params.one("before").map(QuarantineResource::number).orElse(Long.MAX_VALUE);
        QuarantineFilter filter = new QuarantineFilter(
                        set(params.many("source")),
                        set(params.many("tenant")),
                        params.one("stage"),
                        params.one("reason"))
                .in(state(params));

        List<Map<String, Object>> entries = new ArrayList<>();
        boolean more = true;
        // What the caller may not know of is left out here, so a page may take several readings; not endlessly many.
        for (int page = 0; page < MOST_PAGES && more && entries.size() < limit; page++) {
            List<Quarantined> read = quarantine.page(filter, before, limit - entries.size());
            more = read.size() == limit - entries.size();
            for (Quarantined entry : read) {
                before = entry.id();
                if (QuarantineScope.allows(caller.grants(), entry)) {
                    entries.add(describe(entry, caller));
                }
            }
        }
        Response.ResponseBuilder response =
                Response.ok(Json.bytes(Map.of("entries", entries)), MediaType.APPLICATION_JSON);
        if (more) {
            String next = links.to("/api/v1/quarantine") + "?" + params.with("before", Long.toString(before));
            response.header(HttpHeaders.LINK, Links.header(next, "next"));
        }
        return response.build();
    }

    /** What is open, unless another state is asked for. */
    private static Optional<QuarantineState> state(Params params) {
        return params.one("state").filter("all"::equals).isPresent()
                ? Optional.empty()
                : params.choice("state", QuarantineState.class).or(() -> Optional.of(QuarantineState.OPEN));
    }

    @GET
    @Path("/groups")
    public Response groups(@Context UriInfo uri, @Context SecurityContext security) {
        return settling.groups(uri, security);
    }

    /** The body is the raw form as it should have come. */
    @POST
    @Path("/{id}/mend")
    @Consumes(MediaType.WILDCARD)
    public Response mend(
            @PathParam("id") String id, @Context UriInfo uri, @Context SecurityContext security, InputStream body)
            throws IOException {
        return settling.mend(id, uri, security, body);
    }

    @GET
    @Path("/{id}/mends")
    public Response mends(@PathParam("id") String id, @Context SecurityContext security) {
        return settling.mends(id, security);
    }

    @POST
    @Path("/{id}/discard")
    public Response discard(@PathParam("id") String id, @Context UriInfo uri, @Context SecurityContext security) {
        return settling.discard(id, uri, security);
    }

    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") String id, @Context UriInfo uri, @Context SecurityContext security) {
        if (new Params(uri.getQueryParameters()).flag("raw")) {
            return raw(id, security);
        }
        Caller caller = Caller.of(security);
        Quarantined entry = visible(id, caller);
        Map<String, Object> document = describe(entry, caller);
        marked(entry, caller.grants().personal()).ifPresent(marked -> document.put("marked", marked));
        return Response.ok(Json.bytes(document), MediaType.APPLICATION_JSON).build();
    }

    @GET
    @Path("/{id}/raw")
    public Response raw(@PathParam("id") String id, @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        Quarantined entry = visible(id, caller);
        if (caller.grants().personal() != PersonalLevel.FULL) {
            throw Problems.forbidden(
                    "Dạng gốc cần khóa có mức dữ liệu cá nhân full.",
                    "The raw form takes a key with the personal level full.");
        }
        InputStream raw = open(entry);
        StreamingOutput body = out -> {
            try (raw) {
                raw.transferTo(out);
            }
        };
        return Response.ok(body, MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment; filename=\"quarantine-" + entry.id() + ".raw\"")
                .build();
    }

    private InputStream open(Quarantined entry) {
        try {
            return quarantine
                    .raw(entry.id())
                    .orElseThrow(
                            () -> Problems.notFound(
                                    "Dạng gốc của mục này không được lưu (nguồn nhạy cảm): chỉ có mã băm và vị trí.",
                                    "The raw form of this entry is not kept (sensitive source): there are its hash and position."));
        } catch (IOException e) {
            throw new UncheckedIOException("raw form of quarantine entry " + entry.id(), e);
        }
    }

    /** The place of the fault; what stands there only as far as the key may see it. */
    private Optional<Map<String, Object>> marked(Quarantined entry, PersonalLevel level) {
        if (!entry.rawKept()) {
            return Optional.empty();
        }
        byte[] head;
        try (InputStream raw = open(entry)) {
            head = raw.readNBytes(FaultMark.LOOKED_AT);
        } catch (IOException e) {
            throw new UncheckedIOException("raw form of quarantine entry " + entry.id(), e);
        }
        return FaultMark.of(head, entry.fault()).map(mark -> {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("offset", mark.offset());
            document.put("line", mark.line());
            document.put("column", mark.column());
            if (level != PersonalLevel.NONE) {
                boolean full = level == PersonalLevel.FULL;
                document.put("before", full ? mark.before() : FreeTextMask.mask(mark.before()));
                document.put("fault", full ? mark.fault() : FreeTextMask.mask(mark.fault()));
                document.put("after", full ? mark.after() : FreeTextMask.mask(mark.after()));
            }
            return document;
        });
    }

    private Quarantined visible(String id, Caller caller) {
        return parsed(id)
                .flatMap(quarantine::get)
                .filter(entry -> QuarantineScope.allows(caller.grants(), entry))
                .orElseThrow(QuarantineResource::noSuchEntry);
    }

    private static ProblemException noSuchEntry() {
        return Problems.notFound(
                "Không có mục cách ly này, hoặc khóa truy cập không được xem nó.",
                "There is no such quarantine entry, or the key may not see it.");
    }

    private Map<String, Object> describe(Quarantined entry, Caller caller) {
        PersonalLevel level = caller.grants().personal();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", entry.id());
        document.put("source", entry.source());
        document.put("tenant", entry.tenant());
        document.put("state", entry.state().wireName());
        entry.settled().ifPresent(settled -> {
            Map<String, Object> how = new LinkedHashMap<>();
            how.put("by", settled.by());
            how.put("why", settled.why());
            how.put("at", settled.at().toString());
            document.put("settled", how);
        });
        document.put("stage", entry.stage());
        entry.type().ifPresent(type -> document.put("type", type));
        document.put("reason", entry.fault().code());
        document.put("fault", faults.of(entry.fault(), entry.type(), level));
        document.put("at", entry.at().toString());
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", entry.message());
        message.put("name", entry.messageName());
        message.put("position", entry.position());
        document.put("message", message);
        Map<String, Object> raw = new LinkedHashMap<>();
        raw.put("size", entry.rawSize());
        raw.put("sha256", entry.rawHash());
        raw.put("kept", entry.rawKept());
        document.put("raw", raw);
        switch (level) {
            case NONE -> {
                // What a person wrote is not shown at all.
            }
            case MASKED -> document.put("excerpt", FreeTextMask.mask(entry.excerpt()));
            case FULL -> document.put("excerpt", entry.excerpt());
        }
        document.put("adapter", entry.adapter());
        document.put("adapterVersion", entry.adapterVersion());
        return document;
    }

    private static Optional<Set<String>> set(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(values));
    }

    private static long number(String value) {
        return parsed(value)
                .orElseThrow(() -> Problems.badParameter(
                        "before", "before phải là số của một mục.", "before must be the id of an entry."));
    }

    private static Optional<Long> parsed(String value) {
        try {
            return Optional.of(Long.parseLong(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
