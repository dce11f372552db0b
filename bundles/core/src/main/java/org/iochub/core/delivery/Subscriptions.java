package org.iochub.core.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Webhooks. Whoever calls has checked who may. Every method throws {@link org.iochub.model.FaultException} with a sentence
 * for what is wrong: {@code bad-address}, {@code bad-cursor}, {@code unknown-subscription} … Safe for any number of
 * threads.
 */
public interface Subscriptions {
    /** Greatest number of records in a delivery. */
    int MOST_RECORDS = 1_000;

    List<SubscriptionStatus> list();

    Optional<SubscriptionStatus> get(String id);

    /** Owner, address and filter must be there. */
    Created create(SubscriptionRequest request);

    SubscriptionStatus change(String id, SubscriptionRequest request);

    SubscriptionStatus pause(String id);

    /** Goes on where it stopped, at once; one that is broken, too: it breaks again when the cause is still there. */
    SubscriptionStatus resume(String id);

    /** @param after a cursor, {@code oldest} or {@code newest} */
    SubscriptionStatus rewind(String id, String after);

    /** Makes a new secret; the old one signs beside it until the overlap is over. */
    Created rotate(String id, Duration overlap);

    /** The receiver agrees by the callback of the handshake. @return whether the token is the right one */
    boolean grant(String id, String token, OptionalInt ratePerMinute);

    /** @return whether there was one */
    boolean remove(String id);

    /** A subscription with its secret, which is shown this once. */
    record Created(SubscriptionStatus status, String secret) {}
}
