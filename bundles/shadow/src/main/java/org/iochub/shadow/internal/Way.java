package org.iochub.shadow.internal;

import java.util.Optional;
import org.iochub.api.RawMessage;

/** How a shadow comes by an instance's messages. Used by one thread. */
interface Way extends AutoCloseable {
    /** @param place where it lies in the archive; empty of one that does not */
    record Passing(RawMessage message, Optional<String> place) {}

    /** The next message in order of arrival; empty when there is none now. The same one until {@link #done}. */
    Optional<Passing> next();

    /** The one that was next had its turn. */
    void done();

    @Override
    void close();
}
