package org.iochub.delivery.internal.schedule;

import java.util.function.Consumer;
import org.iochub.core.cluster.Leases;

/** Whether this node is the one of a cluster that does something; asks again whenever it lost its turn. */
public final class Turn implements AutoCloseable {
    private final Leases leases;
    private final String name;
    private final Consumer<Boolean> mine;
    private volatile boolean closed;

    /** @param name of what only one node does; no source instance has it */
    public Turn(Leases leases, String name, Consumer<Boolean> mine) {
        this.leases = leases;
        this.name = name;
        this.mine = mine;
        ask();
    }

    private void ask() {
        leases.request(name, () -> mine.accept(!closed), this::lost);
    }

    private void lost() {
        mine.accept(false);
        if (!closed) {
            ask();
        }
    }

    @Override
    public void close() {
        closed = true;
        leases.release(name);
    }
}
