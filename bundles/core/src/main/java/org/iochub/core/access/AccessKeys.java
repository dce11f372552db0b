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

    /** A key and its value. */
    record Created(AccessKey key, String value) {}
}
