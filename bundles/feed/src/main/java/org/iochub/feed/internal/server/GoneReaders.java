package org.iochub.feed.internal.server;

import java.io.IOException;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A reader that goes away in the middle of an answer is no fault of the hub's: nothing for the log of who is on duty. */
final class GoneReaders implements FaultListener {
    private static final Logger LOG = LoggerFactory.getLogger(GoneReaders.class);
    private static final int DEEPEST = 20;

    /** @return whether CXF is to log it */
    @Override
    public boolean faultOccurred(Exception exception, String description, Message message) {
        Throwable cause = exception;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof IOException) {
                LOG.debug("A reader went away: {}", description);
                return false;
            }
            cause = cause.getCause();
        }
        return true;
    }
}
