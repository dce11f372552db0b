package org.iochub.core.cluster;

import java.util.List;

/** Who makes up this hub. Safe for any number of threads. */
public interface ClusterView {
    /** Whether other nodes are configured. */
    boolean expected();

    /** Every node that is there now, this one first; this one alone while it works alone. */
    List<Node> nodes();

    /**
     * One of the hub's processes.
     *
     * @param address where the others reach it; empty while it works alone
     * @param here whether it is the one that answers
     */
    record Node(String name, String address, boolean here) {}
}
