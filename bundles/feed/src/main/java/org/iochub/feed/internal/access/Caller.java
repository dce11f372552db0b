package org.iochub.feed.internal.access;

import java.security.Principal;
import java.util.Set;
import javax.ws.rs.core.SecurityContext;
import org.iochub.core.access.Grants;
import org.iochub.core.access.PersonalLevel;
import org.iochub.core.source.SourceStatus;

/**
 * Who sent a request, and what they may.
 *
 * @param owns what an {@link Role#OWNER} has charge of; empty for every other role
 */
public record Caller(String id, String name, Grants grants, Role role, Set<Ownership> owns) implements Principal {
    public Caller {
        owns = Set.copyOf(owns);
    }

    /** The holder of a key. */
    public Caller(String id, String name, Grants grants) {
        this(id, name, grants, grants.admin() ? Role.ADMIN : Role.READER, Set.of());
    }

    @Override
    public String getName() {
        return name;
    }

    /** The same, seeing personal data at another level. */
    Caller seeing(PersonalLevel level) {
        Grants other = new Grants(
                grants.read(),
                grants.types(),
                grants.tenants(),
                grants.areas(),
                level,
                grants.push(),
                grants.admin(),
                grants.requestsPerMinute());
        return new Caller(id, name, other, role, owns);
    }

    /** Whether they may start, stop, reconfigure and replay a source, and settle its refused records. */
    public boolean steers(SourceStatus source) {
        return role.atLeast(Role.OPERATOR) || owns.stream().anyMatch(own -> own.covers(source));
    }

    /** The caller of the current request; every operation but the public ones has one. */
    public static Caller of(SecurityContext security) {
        if (security.getUserPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("no caller: is the operation missing in the catalogue?");
    }
}
