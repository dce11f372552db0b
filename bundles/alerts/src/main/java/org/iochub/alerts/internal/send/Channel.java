package org.iochub.alerts.internal.send;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** A way to people. Used by one thread. */
public interface Channel {
    /** Kebab-case, the same over restarts. */
    String name();

    /**
     * Tells all of them; many at once in one message.
     *
     * @param lost how many notices before these were given up because the channel was down for too long
     * @param told gets those that are through, as soon as they are: they are never told again
     * @throws IOException when the rest has to be tried again
     */
    void send(List<Notice> notices, int lost, Consumer<List<Notice>> told) throws IOException;
}
