package org.iochub.feed.internal.access;

import java.util.Optional;

/** Tells who a caller is from the request's {@code Authorization} header. */
public interface Authenticator {
    /** @return empty when the header proves nothing: a wrong, revoked or expired key, a wrong password */
    Optional<Caller> caller(String authorization);

    /** @return empty when the ticket is forged or past its end, its key is of no use any more, or there are none here */
    default Optional<Caller> ticketHolder(String ticket) {
        return Optional.empty();
    }
}
