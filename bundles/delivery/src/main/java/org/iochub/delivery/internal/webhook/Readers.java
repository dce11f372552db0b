package org.iochub.delivery.internal.webhook;

import java.time.Instant;
import java.util.Optional;
import org.iochub.core.access.AccessKey;
import org.iochub.core.access.AccessKeys;
import org.iochub.core.delivery.DeliveryFilter;
import org.iochub.reading.scope.Wanted;

/** Who reads, and what. */
final class Readers {
    private Readers() {}

    /** The key as it is at this moment, when it may still read. */
    static Optional<AccessKey> key(AccessKeys keys, String id, Instant now) {
        return keys.list().stream()
                .filter(key -> key.id().equals(id))
                .filter(key -> key.usableAt(now) && key.grants().read())
                .findFirst();
    }

    static Wanted wanted(DeliveryFilter filter) {
        return new Wanted(
                filter.type(), filter.major(), filter.sources(), filter.tenants(), filter.areas(), filter.since());
    }
}
