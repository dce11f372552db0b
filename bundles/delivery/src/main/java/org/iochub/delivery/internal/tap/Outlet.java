package org.iochub.delivery.internal.tap;

import java.util.List;
import java.util.Optional;
import org.iochub.model.Text;

/** A connection to a platform; used by one thread. */
interface Outlet extends AutoCloseable {
    /** Sends in this order; returns when the platform has acknowledged every one. */
    void send(List<TapMessage> messages) throws Exception;

    /** Ends at once; what was not acknowledged is sent again over the next connection. */
    @Override
    void close();

    /** Opens connections of one kind. */
    interface Kind {
        /** @throws ClassNotFoundException when the client's software is not installed */
        Outlet open() throws Exception;

        /** What a failure means and how to mend it; empty when the kind knows nothing better than its class. */
        Optional<Text> tell(Throwable trouble);
    }
}
