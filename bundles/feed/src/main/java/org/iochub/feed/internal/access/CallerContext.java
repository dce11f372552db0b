package org.iochub.feed.internal.access;

import java.security.Principal;
import java.util.function.BooleanSupplier;
import javax.ws.rs.core.SecurityContext;

/**
 * A caller as JAX-RS hands it to resources.
 *
 * @param standing whether what let the caller in is still good: a session may end while a stream of events is open
 */
public record CallerContext(Caller caller, boolean secure, BooleanSupplier standing) implements SecurityContext {
    /** Of a request; what did not come by a session ends by itself, after a while. */
    public static BooleanSupplier standing(SecurityContext security) {
        return security instanceof CallerContext context ? context.standing() : () -> true;
    }

    @Override
    public Principal getUserPrincipal() {
        return caller;
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.role().wireName().equals(role);
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }
}
