package org.iochub.feed.internal.access;

import java.time.Instant;

/**
 * Somebody who signed in.
 *
 * @param csrf what every request that changes something has to carry besides the cookie
 * @param endsAt when it ends, however busy it is
 */
public record Session(Caller caller, String csrf, Instant endsAt) {}
