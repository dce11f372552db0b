package org.iochub.feed.internal.access;

import java.util.Map;
import java.util.Optional;
import javax.ws.rs.core.Cookie;

/** Tells who a caller is from what the request carries. */
public interface Authenticator {
    /** @return empty when the header {@code Authorization} proves nothing: a wrong, revoked or expired key, a wrong password */
    Optional<Caller> caller(String authorization);

    /**
     * The same, for a request that came from somewhere: who guesses passwords is slowed down.
     *
     * @throws org.iochub.feed.internal.problem.ProblemException 429 when there were too many wrong ones
     */
    default Optional<Caller> caller(String authorization, String address) {
        return caller(authorization);
    }

    /** Whether a session that was good is so still; asking does not keep it alive. */
    default boolean stands(Map<String, Cookie> cookies) {
        return session(cookies).isPresent();
    }

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
