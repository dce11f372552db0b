package org.iochub.feed.internal.sources;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import org.iochub.api.SettingKey;
import org.iochub.core.source.SourceConfiguration;
import org.iochub.core.source.SourceConfigurations;
import org.iochub.core.source.Sources;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.access.Role;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problem;
import org.iochub.feed.internal.problem.ProblemException;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.model.Fault;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a source is told: read without its secrets, changed as a whole. */
@Path("/api/v1/sources/{id}/configuration")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = FaceResource.class)
public final class ConfigurationResource implements FaceResource {
    private static final int LARGEST_BODY = 256 * 1024;
    /** Whose a source is and what it is: not for whoever has charge of it alone to say. */
    private static final Set<String> IDENTITY = Set.of("adapter", "tenant");

    private final Sources sources;
    private final SourceConfigurations configurations;

    @Activate
    public ConfigurationResource(@Reference Sources sources, @Reference SourceConfigurations configurations) {
        this.sources = sources;
        this.configurations = configurations;
    }

    @GET
    public Response read(@PathParam("id") String id, @Context SecurityContext security) {
        Steering.require(sources, id, Caller.of(security));
        return Response.ok(Json.bytes(describe(existing(id)))).build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("id") String id, @Context UriInfo uri, @Context SecurityContext security, InputStream body)
            throws IOException {
        Caller caller = Caller.of(security);
        Steering.require(sources, id, caller);
        Map<String, String> values = values(body);
        requireAllowed(existing(id), values, caller);
        boolean dryRun = new Params(uri.getQueryParameters()).flag("dryRun");
        List<Fault> faults = dryRun ? configurations.check(id, values) : configurations.change(id, values);
        if (!faults.isEmpty()) {
            throw refused(faults);
        }
        return Response.ok(Json.bytes(Map.of("id", id, "written", !dryRun))).build();
    }

    private SourceConfiguration existing(String id) {
        return configurations
                .get(id)
                .orElseThrow(() -> Problems.notFound("Không có nguồn này.", "There is no such source."));
    }

    /** A reference to a secret reaches whatever the hub's process can read: an administrator's to set. */
    private static void requireAllowed(SourceConfiguration now, Map<String, String> values, Caller caller) {
        if (caller.role() == Role.ADMIN) {
            return;
        }
        Set<String> secrets = now.keys().stream()
                .filter(key -> key.kind() == SettingKey.Kind.SECRET)
                .map(SettingKey::name)
                .collect(Collectors.toSet());
        values.forEach((key, value) -> {
            boolean changed = !value.equals(now.values().getOrDefault(key, ""));
            if (changed && secrets.contains(key)) {
                throw Problems.forbidden(
                        "Chỉ người quản trị được đổi mật khẩu hoặc khóa bí mật («" + key + "»).",
                        "Only administrators may change a secret («" + key + "»).");
            }
        });
        boolean moved = IDENTITY.stream()
                .anyMatch(key -> !now.values().getOrDefault(key, "").equals(values.getOrDefault(key, "")));
        if (moved && !caller.role().atLeast(Role.OPERATOR)) {
            throw Problems.forbidden(
                    "Bộ kết nối và địa phương của nguồn do người vận hành hub đổi.",
                    "A source's adapter and authority are for the hub's operators to change.");
        }
    }

    private static Map<String, String> values(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST_BODY + 1);
        JsonNode json;
        try {
            json = bytes.length > LARGEST_BODY ? null : Json.read(bytes);
        } catch (IOException e) {
            json = null;
        }
        if (json == null || !json.path("values").isObject()) {
            throw Problems.badParameter(
                    "values",
                    "Gửi {\"values\": {khóa: giá trị}}, tối đa 256 KiB.",
                    "Send {\"values\": {key: value}}, 256 KiB at most.");
        }
        Map<String, String> values = new TreeMap<>();
        json.path("values").properties().forEach(each -> {
            if (!each.getValue().isTextual() || each.getKey().isBlank()) {
                throw Problems.badParameter(
                        Problems.shown(each.getKey()), "Mỗi giá trị là một chuỗi.", "Every value is a text.");
            }
            values.put(each.getKey(), each.getValue().asText());
        });
        return values;
    }

    private static ProblemException refused(List<Fault> faults) {
        String vi = faults.stream().map(fault -> fault.message().vi()).collect(Collectors.joining(" "));
        String en = faults.stream().map(fault -> fault.message().en()).collect(Collectors.joining(" "));
        List<Map<String, Object>> errors = faults.stream()
                .map(fault -> {
                    Map<String, Object> error = new LinkedHashMap<>();
                    error.put("key", fault.where());
                    error.put("code", fault.code());
                    error.put("message", Json.text(fault.message()));
                    return error;
                })
                .toList();
        return Problem.of(422, "bad-configuration", vi, en)
                .with("errors", errors)
                .raised();
    }

    private static Map<String, Object> describe(SourceConfiguration configuration) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", configuration.file());
        document.put("values", new TreeMap<>(configuration.values()));
        document.put("hidden", SourceConfiguration.HIDDEN);
        document.put(
                "keys",
                configuration.keys().stream()
                        .map(ConfigurationResource::describe)
                        .toList());
        return document;
    }

    private static Map<String, Object> describe(SettingKey key) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", key.name());
        document.put("kind", key.kind().name().toLowerCase(java.util.Locale.ROOT));
        document.put("title", Json.text(key.title()));
        document.put("required", key.required());
        document.put("list", key.list());
        document.put("default", key.byDefault());
        document.put("example", key.example());
        document.put("choices", key.choices());
        return document;
    }
}
