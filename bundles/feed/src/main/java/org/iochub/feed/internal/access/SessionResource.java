package org.iochub.feed.internal.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Cookie;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.iochub.core.access.PersonalLevel;
import org.iochub.core.audit.AuditEvent;
import org.iochub.core.hub.Hub;
import org.iochub.feed.internal.audit.AccessTrail;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problem;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.server.FaceResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signing in and out with a browser: a person of the realm with a password, anybody with a key. */
@Path("/api/v1/session")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = FaceResource.class)
public final class SessionResource implements FaceResource {
    private static final int LARGEST_BODY = 8 * 1024;

    private final Hub hub;
    private final Authenticator people;
    private final Sessions sessions;
    private final AccessTrail trail;
    private final SignInThrottle throttle;

    @Activate
    public SessionResource(
            @Reference Hub hub,
            @Reference Authenticator people,
            @Reference Sessions sessions,
            @Reference AccessTrail trail,
            @Reference SignInThrottle throttle) {
        this.hub = hub;
        this.people = people;
        this.sessions = sessions;
        this.trail = trail;
        this.throttle = throttle;
    }

    /** Who is asking. Answers everybody, so that a page can ask before anybody signed in. */
    @GET
    public Response current(@Context HttpHeaders headers) {
        return Response.ok(Json.bytes(people.session(headers.getCookies())
                        .map(SessionResource::describe)
                        .orElse(Map.of("signedIn", false))))
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response signIn(InputStream body, @Context HttpServletRequest request, @Context HttpHeaders headers)
            throws IOException {
        JsonNode credentials = parsed(body);
        String key = credentials.path("key").asText("").strip();
        String user = credentials.path("user").asText("").strip();
        String who = key.isEmpty() ? SignInThrottle.user(user) : "key";
        String[] counted = key.isEmpty()
                ? SignInThrottle.person(user, request.getRemoteAddr())
                : new String[] {SignInThrottle.address(request.getRemoteAddr())};
        throttle.admit(counted);
        Optional<Caller> found = key.isEmpty()
                ? people.person(user, credentials.path("password").asText("").toCharArray())
                : people.caller("Bearer " + key);
        if (found.isEmpty()) {
            throttle.failed(counted);
            note("unknown", who, "sign-in-refused", request);
            throw Problems.unauthorized(
                    "Tên, mật khẩu hoặc khóa không đúng, hoặc người này chưa có vai trò nào trong hub.",
                    "Name, password or key is wrong, or this person has no role in the hub.");
        }
        throttle.succeeded(who);
        sessionCookie(headers).ifPresent(sessions::end);
        Sessions.Begun begun = sessions.begin(atFirst(found.get()));
        note(found.get().id(), found.get().name(), "sign-in", request);
        return Response.status(Response.Status.CREATED)
                .entity(Json.bytes(describe(begun.session())))
                .header("Set-Cookie", cookie(begun.value(), request, Sessions.LONGEST))
                .build();
    }

    /** Shows personal data at another level: an administrator's choice, written down. */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    public Response see(InputStream body, @Context HttpHeaders headers, @Context SecurityContext security)
            throws IOException {
        Caller caller = Caller.of(security);
        String wanted = parsed(body).path("personal").asText("");
        PersonalLevel level = java.util.Arrays.stream(PersonalLevel.values())
                .filter(each -> each.wireName().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Problems.badParameter(
                        "personal", "personal là none, masked hoặc full.", "personal is none, masked or full."));
        if (level == PersonalLevel.FULL && caller.role() != Role.ADMIN) {
            throw Problems.forbidden(
                    "Chỉ người quản trị được xem đầy đủ dữ liệu cá nhân.",
                    "Only administrators may see personal data in full.");
        }
        Session session = sessionCookie(headers)
                .flatMap(value -> sessions.see(value, level))
                .orElseThrow(() -> Problem.of(
                                409,
                                "no-session",
                                "Chỉ dùng được khi đã đăng nhập bằng trình duyệt.",
                                "This is for those who signed in with a browser.")
                        .raised());
        return Response.ok(Json.bytes(describe(session))).build();
    }

    @DELETE
    public Response signOut(@Context HttpHeaders headers, @Context HttpServletRequest request) {
        sessionCookie(headers).ifPresent(sessions::end);
        return Response.noContent()
                .header("Set-Cookie", cookie("", request, Duration.ZERO))
                .build();
    }

    private Optional<String> sessionCookie(HttpHeaders headers) {
        return Optional.ofNullable(headers.getCookies().get(sessions.cookie())).map(Cookie::getValue);
    }

    /** Whoever may see more sees masked data until they ask for it. */
    private static Caller atFirst(Caller caller) {
        PersonalLevel may = caller.role() == Role.ADMIN
                ? PersonalLevel.FULL
                : caller.grants().personal();
        return caller.seeing(may.compareTo(PersonalLevel.MASKED) > 0 ? PersonalLevel.MASKED : may);
    }

    private String cookie(String value, HttpServletRequest request, Duration age) {
        boolean tls = request.isSecure() || "https".equals(hub.publicUrl().getScheme());
        return sessions.cookie() + "=" + value + "; Path=/; Max-Age=" + age.toSeconds() + "; HttpOnly; SameSite=Strict"
                + (tls ? "; Secure" : "");
    }

    private void note(String actor, String name, String action, HttpServletRequest request) {
        trail.changed(new AuditEvent(actor, name, action, "", Map.of("address", request.getRemoteAddr())));
    }

    private static Map<String, Object> describe(Session session) {
        Caller caller = session.caller();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("signedIn", true);
        document.put("id", caller.id());
        document.put("name", caller.name());
        document.put("role", caller.role().wireName());
        document.put(
                "owns", caller.owns().stream().map(Ownership::wireName).sorted().toList());
        document.put("personal", caller.grants().personal().wireName());
        document.put("csrf", session.csrf());
        document.put("endsAt", session.endsAt().toString());
        document.put("idleMinutes", Sessions.IDLE.toMinutes());
        return document;
    }

    private static JsonNode parsed(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST_BODY);
        try {
            JsonNode json = Json.read(bytes);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (IOException notJson) {
            // Told below, together with what is JSON but no object.
        }
        throw Problems.badParameter("body", "Nội dung phải là một đối tượng JSON.", "The body must be a JSON object.");
    }
}
