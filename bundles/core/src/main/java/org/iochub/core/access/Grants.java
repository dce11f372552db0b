package org.iochub.core.access;

import java.util.Optional;
import java.util.Set;

/**
 * What a key allows. An empty {@code Optional} allows all of its kind.
 *
 * @param read whether records may be read at all
 * @param areas codes; the units below are included
 * @param push the source instances the key may deliver to; an empty set is none
 * @param admin administration, and reading of status and quarantine of every source
 * @param requestsPerMinute how many requests the key may make, evenly over time; empty does not limit
 */
public record Grants(
        boolean read,
        Optional<Set<String>> types,
        Optional<Set<String>> tenants,
        Optional<Set<String>> areas,
        PersonalLevel personal,
        Set<String> push,
        boolean admin,
        Optional<Integer> requestsPerMinute) {
    /** Without a limit of requests. */
    public Grants(
            boolean read,
            Optional<Set<String>> types,
            Optional<Set<String>> tenants,
            Optional<Set<String>> areas,
            PersonalLevel personal,
            Set<String> push,
            boolean admin) {
        this(read, types, tenants, areas, personal, push, admin, Optional.empty());
    }

    /** The same, limited to so many requests a minute. */
    public Grants limitedTo(int requests) {
        return new Grants(read, types, tenants, areas, personal, push, admin, Optional.of(requests));
    }

    public static Grants administrator() {
        return new Grants(
                true, Optional.empty(), Optional.empty(), Optional.empty(), PersonalLevel.NONE, Set.of(), true);
    }

    public boolean allowsType(String type) {
        return read && types.map(allowed -> allowed.contains(type)).orElse(true);
    }

    public boolean allowsTenant(String tenant) {
        return tenants.map(allowed -> allowed.contains(tenant)).orElse(true);
    }

    /** {@code *} in the set stands for every source. */
    public boolean allowsPush(String source) {
        return push.contains(source) || push.contains("*");
    }
}
