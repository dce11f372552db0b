package org.iochub.feed.internal.open311;

import java.util.Set;

/** GeoReport knows two states: something is still to be done, or nothing is. */
public final class RequestStatus {
    public static final String OPEN = "open";
    public static final String CLOSED = "closed";
    private static final Set<String> DONE = Set.of("answered", "closed", "rejected");

    private RequestStatus() {}

    /** @param status of the shared model */
    public static String of(String status) {
        return DONE.contains(status) ? CLOSED : OPEN;
    }
}
