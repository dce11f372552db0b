package org.iochub.core.cluster;

/**
 * Who may run a source instance. A hint for balance: what counts is the fencing token that the store checks with every
 * batch. Safe for any number of threads.
 */
public interface Leases {
    /** This node's name. */
    String node();

    /** Asks to run an instance; calls back when it is granted, once, on a thread of the lease service. */
    void request(String source, Runnable granted, Runnable lost);

    /** Gives an instance up, or stops asking for it. */
    void release(String source);
}
