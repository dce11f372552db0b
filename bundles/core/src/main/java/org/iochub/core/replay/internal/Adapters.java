package org.iochub.core.replay.internal;

import org.iochub.core.pipeline.internal.Origin;

/** The adapters of the sources as they are now. */
@FunctionalInterface
public interface Adapters {
    /** An adapter in use: it is not taken away until this is closed. */
    interface Use extends AutoCloseable {
        /** With a normaliser of its own: the running one belongs to the source's thread. */
        Origin origin();

        @Override
        void close();
    }

    /**
     * @param fence the fencing token of replays, for the origin
     * @throws org.iochub.model.FaultException {@code source-not-ready}: no such source, its adapter is not installed, or
     *     its configuration is wrong
     */
    Use open(String source, long fence);
}
