package org.iochub.feed.internal.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.iochub.core.access.Grants;
import org.iochub.core.access.PersonalLevel;

/** What a person of the realm may, by the roles the realm gives them. The highest of several roles counts. */
final class Persons {
    private static final Map<String, Role> BY_NAME =
            Map.of("admin", Role.ADMIN, "operator", Role.OPERATOR, "viewer", Role.VIEWER);

    private Persons() {}

    /** @return empty when none of the roles means anything to the hub */
    static Optional<Caller> of(String user, Set<String> roles) {
        Set<Ownership> owned =
                roles.stream().flatMap(role -> Ownership.of(role).stream()).collect(Collectors.toUnmodifiableSet());
        Optional<Role> named = BY_NAME.keySet().stream()
                .filter(roles::contains)
                .map(BY_NAME::get)
                .max(Role::compareTo);
        if (named.filter(role -> role.atLeast(Role.OPERATOR)).isPresent() || owned.isEmpty()) {
            return named.map(role -> new Caller("user:" + user, user, grants(role, Set.of()), role, Set.of()));
        }
        // Who only owns sees its own authorities; who may view besides, all of them.
        Set<String> tenants = named.isPresent()
                ? Set.of()
                : owned.stream().map(Ownership::tenant).collect(Collectors.toUnmodifiableSet());
        return Optional.of(new Caller("user:" + user, user, grants(Role.OWNER, tenants), Role.OWNER, owned));
    }

    /** People work with masked personal data. */
    private static Grants grants(Role role, Set<String> tenants) {
        return new Grants(
                true,
                Optional.empty(),
                tenants.isEmpty() ? Optional.empty() : Optional.of(tenants),
                Optional.empty(),
                PersonalLevel.MASKED,
                Set.of(),
                role == Role.ADMIN);
    }
}
