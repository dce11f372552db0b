package org.iochub.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The keys, kept as digests. Safe for any number of threads. */
public interface AccessKeys {
    /** The key with this value, usable or not; looked up by digest in constant time. */
    Optional<AccessKey> find(String value);

    /** Makes a key; its value is returned once and kept nowhere. */
    Created create(String name, Grants grants, Optional<Instant> expiresAt);

    /** Makes a key with a given value, or changes the grants of the one that has it. */
    AccessKey ensure(String name, String value, Grants grants);

    List<AccessKey> list();

    /** @return whether there was such a key */
    boolean revoke(String id);

    /**
     * Makes a successor with the same name, grants and expiry, and lets the key itself end soon: whoever holds it has
     * until then to take up the new one. A key that ends earlier anyway ends then. Subscriptions of the old key become the
     * new one's.
     *
     * @param endsAt when the old key ends
     * @return the successor; empty when there is no usable key with this id
     */
    Optional<Created> rotate(String id, Instant endsAt);

    /** A key and its value. */
    record Created(AccessKey key, String value) {}
}
