package org.iochub.cluster.internal;

import com.hazelcast.map.IMap;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Who holds which instance, as all nodes see it: instance to node, each entry forgotten unless it is renewed. */
final class LeaseTable {
    static final String MAP = "hub-leases";

    private final IMap<String, String> leases;
    private final String node;
    private final Duration kept;

    LeaseTable(IMap<String, String> leases, String node, Duration kept) {
        this.leases = leases;
        this.node = node;
        this.kept = kept;
    }

    /** Takes or renews. @return whether this node holds the instance now */
    boolean hold(String source) {
        String holder = leases.putIfAbsent(source, node, kept.toMillis(), TimeUnit.MILLISECONDS);
        if (holder == null) {
            return true;
        }
        if (!holder.equals(node)) {
            return false;
        }
        leases.setTtl(source, kept.toMillis(), TimeUnit.MILLISECONDS);
        return true;
    }

    void giveUp(String source) {
        leases.remove(source, node);
    }

    /** A node is gone: what it held is free at once, not when its entries run out. */
    void free(String goneNode) {
        leases.keySet().forEach(source -> leases.remove(source, goneNode));
    }
}
