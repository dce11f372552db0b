package org.iochub.feed.internal.access;

import java.security.Principal;
import javax.ws.rs.core.SecurityContext;

/** A caller as JAX-RS hands it to resources. */
record CallerContext(Caller caller, boolean secure) implements SecurityContext {
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
