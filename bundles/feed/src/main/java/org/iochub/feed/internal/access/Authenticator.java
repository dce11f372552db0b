package org.iochub.feed.internal.access;

import java.util.Optional;

/** Tells who a caller is from the request's {@code Authorization} header. */
public interface Authenticator {
    /** @return empty when the header proves nothing: a wrong, revoked or expired key, a wrong password */
    Optional<Caller> caller(String authorization);
}
