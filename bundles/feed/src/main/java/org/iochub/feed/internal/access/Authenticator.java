package org.iochub.feed.internal.access;

import java.util.Map;
import java.util.Optional;
import javax.ws.rs.core.Cookie;

/** Tells who a caller is from what the request carries. */
public interface Authenticator {
    /** @return empty when the header {@code Authorization} proves nothing: a wrong, revoked or expired key, a wrong password */
    Optional<Caller> caller(String authorization);

    /** @return empty when the ticket is forged or past its end, its key is of no use any more, or there are none here */
    default Optional<Caller> ticketHolder(String ticket) {
        return Optional.empty();
    }

    /** A person by name and password; empty when they do not belong together. */
    default Optional<Caller> person(String user, char[] password) {
        return Optional.empty();
    }

    /** The session of whoever signed in; empty when the cookies hold none, or one that is over. */
    default Optional<Session> session(Map<String, Cookie> cookies) {
        return Optional.empty();
    }
}
