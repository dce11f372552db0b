package org.iochub.core.shadow;

/** Where taps are put on. Safe for any number of threads; without a tap a message costs nothing more. */
public interface MessageTaps {
    /** Every message of the source goes past the tap until what is returned is closed. */
    Attached attach(String source, MessageTap tap);

    /** A tap that is on. */
    interface Attached extends AutoCloseable {
        @Override
        void close();
    }
}
