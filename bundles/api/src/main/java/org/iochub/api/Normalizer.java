package org.iochub.api;

import java.io.IOException;
import java.util.stream.Stream;

/**
 * Turns a raw message into changes of the shared model. Pure: the same message gives the same changes in the same
 * order, with no effect elsewhere; testable without Camel. Called by one thread at a time per instance.
 */
@FunctionalInterface
public interface Normalizer {
    /**
     * Reads the message as the stream is consumed, so that memory does not grow with the message; the hub closes the
     * stream. What cannot be taken becomes a {@link Change.Refusal} and the stream goes on with the next record.
     *
     * @throws org.iochub.model.FaultException when the whole message is unreadable: it goes to quarantine as one
     * @throws IOException when the message could not be read this time: it will come again
     */
    Stream<Change> normalize(RawMessage message) throws IOException;
}
