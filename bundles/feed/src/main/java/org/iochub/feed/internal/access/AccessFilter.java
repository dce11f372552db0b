package org.iochub.feed.internal.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.annotation.Priority;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Cookie;
import javax.ws.rs.core.HttpHeaders;
import org.iochub.feed.internal.openapi.Audience;
import org.iochub.feed.internal.openapi.Catalog;
import org.iochub.feed.internal.openapi.Operation;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;

/** At the door of every operation: who is it, may they come in, do they ask for something that exists. */
@Priority(Priorities.AUTHENTICATION)
public final class AccessFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String ENTRY = AccessFilter.class.getName();
    private static final String BY_SESSION = ENTRY + ".session";
    private static final String TICKET = "ticket";
    private static final String CSRF_HEADER = "X-CSRF-Token";
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    private final Catalog catalog;
    private final Supplier<Optional<Authenticator>> authenticator;
    private final Admission admission;

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest connection;

    public AccessFilter(Catalog catalog, Supplier<Optional<Authenticator>> authenticator, Admission admission) {
        this.catalog = catalog;
        this.admission = admission;
        this.authenticator = authenticator;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Operation operation = catalog.of(resource.getResourceClass(), resource.getResourceMethod())
                .orElseThrow(() -> new IllegalStateException("not in the catalogue: " + resource.getResourceMethod()));
        if (operation.audience() != Audience.EVERYONE) {
            Caller caller = ticketHolder(operation, request).orElseGet(() -> identify(request));
            if (!operation.audience().admits(caller.role())) {
                throw operation.audience().refusal();
            }
            request.setSecurityContext(
                    new CallerContext(caller, request.getSecurityContext().isSecure(), standing(request)));
            if (isStream(operation)) {
                admission.count(caller);
            } else {
                request.setProperty(ENTRY, admission.enter(caller));
            }
        }
        new Params(request.getUriInfo().getQueryParameters()).allow(operation.queryNames());
    }

    /** Asked while a stream is open, when the request itself is long over. */
    private BooleanSupplier standing(ContainerRequestContext request) {
        if (request.getProperty(BY_SESSION) == null) {
            return () -> true;
        }
        Map<String, Cookie> cookies = Map.copyOf(request.getCookies());
        return () -> authenticator.get().map(known -> known.stands(cookies)).orElse(false);
    }

    private static boolean isStream(Operation operation) {
        return operation.queryNames().contains(TICKET);
    }

    /** Only a stream of events is asked for by what cannot send a header. */
    private Optional<Caller> ticketHolder(Operation operation, ContainerRequestContext request) {
        if (!isStream(operation) || request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.getUriInfo().getQueryParameters().getFirst(TICKET))
                .map(
                        ticket -> authenticator
                                .get()
                                .flatMap(known -> known.ticketHolder(ticket))
                                .orElseThrow(
                                        () -> Problems.unauthorized(
                                                "Vé không đúng hoặc đã quá một phút; hãy xin vé mới ở POST /api/v1/tickets.",
                                                "The ticket is wrong or older than a minute; get a new one from POST /api/v1/tickets.")));
    }

    private Caller identify(ContainerRequestContext request) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization == null || authorization.isBlank()) {
            Optional<Session> session = authenticator.get().flatMap(known -> known.session(request.getCookies()));
            if (session.isPresent()) {
                requireToken(request, session.get());
                request.setProperty(BY_SESSION, true);
                return session.get().caller();
            }
            throw Problems.unauthorized(
                    "Cần khóa truy cập: gửi tiêu đề Authorization: Bearer KHÓA.",
                    "A key is needed: send the header Authorization: Bearer KEY.");
        }
        return authenticator
                .get()
                .orElseThrow(() -> Problems.unavailable(
                        "starting",
                        Duration.ofSeconds(2),
                        "Hub đang khởi động, chưa kiểm tra được khóa.",
                        "The hub is starting and cannot check keys yet."))
                .caller(authorization, address())
                .orElseThrow(() -> Problems.unauthorized(
                        "Khóa không đúng, đã hết hạn hoặc đã bị thu hồi.",
                        "The key is wrong, has expired or was revoked."));
    }

    private String address() {
        return Optional.ofNullable(connection.getRemoteAddr()).orElse("");
    }

    /** A browser sends the cookie along whoever made it ask; the token only the console's own pages know. */
    private static void requireToken(ContainerRequestContext request, Session session) {
        boolean reads = SAFE.contains(request.getMethod());
        String token = Optional.ofNullable(request.getHeaderString(CSRF_HEADER)).orElse("");
        boolean genuine = MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), session.csrf().getBytes(StandardCharsets.UTF_8));
        if (!reads && !genuine) {
            throw Problems.forbidden(
                    "Yêu cầu thiếu mã chống giả mạo (" + CSRF_HEADER + "); hãy tải lại trang rồi làm lại.",
                    "The request lacks the token against forgery (" + CSRF_HEADER
                            + "); reload the page and try again.");
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(ENTRY) instanceof Turnstile.Entry entry) {
            request.removeProperty(ENTRY);
            entry.leave();
        }
    }
}
