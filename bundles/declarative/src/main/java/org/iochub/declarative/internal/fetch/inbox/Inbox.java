package org.iochub.declarative.internal.fetch.inbox;

import java.util.Optional;

/**
 * Messages in another system, open for reading. Used by one thread. After any failure, of its own or of the hub, it is
 * closed, and what was not acknowledged comes again from the one opened next.
 */
public interface Inbox extends AutoCloseable {
    /** Opens an inbox; what cannot be reached, or refuses, throws in bounded time. */
    @FunctionalInterface
    interface Opener {
        Inbox open() throws Exception;
    }

    /**
     * The next parcel; the one before was taken. Waits a second or two at most when nothing is there.
     *
     * @return empty when everything was read for now
     */
    Optional<Parcel> next() throws Exception;

    /** Gives everything back; in bounded time. */
    @Override
    void close();
}
