package org.iochub.feed.internal.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.iochub.core.delivery.SubscriptionRequest;
import org.iochub.core.delivery.SubscriptionStatus;
import org.iochub.core.delivery.Subscriptions;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.access.Role;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.FaultProblems;
import org.iochub.feed.internal.problem.Problem;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.model.FaultException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Webhooks: a key sees and changes its own, an administrator all; an operator sees and steers all. */
@Path("/api/v1/subscriptions")
@Component(service = FaceResource.class)
public final class SubscriptionsResource implements FaceResource {
    private static final int USUAL_OVERLAP = 86_400;
    private final Subscriptions subscriptions;

    @Activate
    public SubscriptionsResource(@Reference Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@Context SecurityContext security) {
        Caller caller = Caller.of(security);
        List<Map<String, Object>> list = subscriptions.list().stream()
                .filter(status -> maySteer(caller, status))
                .map(SubscriptionDocument::of)
                .toList();
        return Response.ok(Json.bytes(Map.of("subscriptions", list))).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(@Context SecurityContext security, InputStream body) throws IOException {
        Caller caller = Caller.of(security);
        SubscriptionRequest asked = SubscriptionBody.request(body);
        SubscriptionRequest request = new SubscriptionRequest(
                Optional.of(owner(caller, asked)),
                asked.name(),
                asked.address(),
                asked.filter(),
                asked.batch(),
                asked.after());
        Subscriptions.Created created = told(() -> subscriptions.create(request));
        return withSecret(Response.Status.CREATED, created);
    }

    /** A subscription belongs to a key, since a key's grants can be taken back. */
    private static String owner(Caller caller, SubscriptionRequest asked) {
        String owner = asked.owner().orElse(caller.id());
        if (!owner.equals(caller.id()) && !caller.grants().admin()) {
            throw Problems.forbidden(
                    "Chỉ quản trị viên được tạo hoặc chuyển đăng ký cho khóa khác.",
                    "Only an administrator may make a subscription for another key or give one away.");
        }
        return owner;
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response get(@Context SecurityContext security, @PathParam("id") String id) {
        return shown(steered(security, id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response change(@Context SecurityContext security, @PathParam("id") String id, InputStream body)
            throws IOException {
        mine(security, id);
        SubscriptionRequest asked = SubscriptionBody.request(body);
        owner(Caller.of(security), asked);
        return shown(told(() -> subscriptions.change(id, asked)));
    }

    @DELETE
    @Path("/{id}")
    public Response remove(@Context SecurityContext security, @PathParam("id") String id) {
        mine(security, id);
        subscriptions.remove(id);
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}/pause")
    @Produces(MediaType.APPLICATION_JSON)
    public Response pause(@Context SecurityContext security, @PathParam("id") String id) {
        steered(security, id);
        return shown(told(() -> subscriptions.pause(id)));
    }

    @POST
    @Path("/{id}/resume")
    @Produces(MediaType.APPLICATION_JSON)
    public Response resume(@Context SecurityContext security, @PathParam("id") String id) {
        steered(security, id);
        return shown(told(() -> subscriptions.resume(id)));
    }

    @POST
    @Path("/{id}/rewind")
    @Produces(MediaType.APPLICATION_JSON)
    public Response rewind(
            @Context SecurityContext security, @PathParam("id") String id, @QueryParam("after") String after) {
        steered(security, id);
        String place = Optional.ofNullable(after)
                .filter(given -> !given.isEmpty())
                .orElseThrow(() -> Problems.badParameter(
                        "after",
                        "Thiếu after: một con trỏ của hub, oldest hoặc newest.",
                        "after is missing: a cursor of the hub, oldest or newest."));
        return shown(told(() -> subscriptions.rewind(id, place)));
    }

    @POST
    @Path("/{id}/secret")
    @Produces(MediaType.APPLICATION_JSON)
    public Response rotate(@Context SecurityContext security, @PathParam("id") String id, InputStream body)
            throws IOException {
        mine(security, id);
        JsonNode json = SubscriptionBody.object(body, Set.of("overlapSeconds"));
        int overlap = SubscriptionBody.integer(json, "overlapSeconds").orElse(USUAL_OVERLAP);
        return withSecret(Response.Status.OK, told(() -> subscriptions.rotate(id, Duration.ofSeconds(overlap))));
    }

    /** The receiver agrees, by the address it was given in the handshake. */
    @GET
    @Path("/{id}/grant")
    @Produces(MediaType.APPLICATION_JSON)
    public Response grant(
            @PathParam("id") String id,
            @QueryParam("token") String token,
            @HeaderParam("WebHook-Allowed-Rate") String rate) {
        return granted(id, token, rate);
    }

    @POST
    @Path("/{id}/grant")
    @Produces(MediaType.APPLICATION_JSON)
    public Response grantByPost(
            @PathParam("id") String id,
            @QueryParam("token") String token,
            @HeaderParam("WebHook-Allowed-Rate") String rate) {
        return granted(id, token, rate);
    }

    private Response granted(String id, String token, String rate) {
        String allowed = Optional.ofNullable(rate).map(String::strip).orElse("");
        OptionalInt perMinute =
                allowed.matches("[1-9]\\d{0,5}") ? OptionalInt.of(Integer.parseInt(allowed)) : OptionalInt.empty();
        boolean right =
                told(() -> subscriptions.grant(id, Optional.ofNullable(token).orElse(""), perMinute));
        if (!right) {
            throw Problem.of(
                            401,
                            "unauthorized",
                            "Liên kết đồng ý không đúng hoặc đã được thay; dùng nguyên văn WebHook-Request-Callback mới nhất.",
                            "This link of consent is wrong or was replaced; use the latest WebHook-Request-Callback as it is.")
                    .raised();
        }
        return Response.ok(Json.bytes(Map.of("id", id, "granted", true))).build();
    }

    /** Somebody else's looks like none at all. */
    private SubscriptionStatus mine(SecurityContext security, String id) {
        return found(id, status -> mayChange(Caller.of(security), status));
    }

    private SubscriptionStatus steered(SecurityContext security, String id) {
        return found(id, status -> maySteer(Caller.of(security), status));
    }

    private SubscriptionStatus found(String id, Predicate<SubscriptionStatus> may) {
        return subscriptions
                .get(id)
                .filter(may)
                .orElseThrow(() -> Problems.notFound("Không có đăng ký này.", "There is no such subscription."));
    }

    /** Its address and secret decide who gets the records of its owner's grants. */
    private static boolean mayChange(Caller caller, SubscriptionStatus status) {
        return caller.grants().admin() || status.subscription().owner().equals(caller.id());
    }

    private static boolean maySteer(Caller caller, SubscriptionStatus status) {
        return caller.role().atLeast(Role.OPERATOR) || mayChange(caller, status);
    }

    private static Response shown(SubscriptionStatus status) {
        return Response.ok(Json.bytes(SubscriptionDocument.of(status))).build();
    }

    private static Response withSecret(Response.Status code, Subscriptions.Created created) {
        Map<String, Object> document = SubscriptionDocument.of(created.status());
        document.put("secret", created.secret());
        return Response.status(code).entity(Json.bytes(document)).build();
    }

    private static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (FaultException e) {
            throw FaultProblems.of(e.fault()).raised();
        }
    }
}
