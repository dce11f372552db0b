package org.iochub.feed.internal.access;

import java.security.Principal;
import javax.ws.rs.core.SecurityContext;
import org.iochub.core.access.Grants;

/** Who sent a request, and what they may. */
public record Caller(String id, String name, Grants grants) implements Principal {
    @Override
    public String getName() {
        return name;
    }

    /** The caller of the current request; every operation but the public ones has one. */
    public static Caller of(SecurityContext security) {
        if (security.getUserPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("no caller: is the operation missing in the catalogue?");
    }
}
