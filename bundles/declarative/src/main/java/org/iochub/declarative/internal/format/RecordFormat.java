package org.iochub.declarative.internal.format;

import java.io.IOException;
import java.util.stream.Stream;
import org.iochub.api.RawMessage;

/** Finds the records in a message. Immutable; safe for any number of threads. */
@FunctionalInterface
public interface RecordFormat {
    /**
     * Reads as the stream is consumed, which its caller closes, so that memory does not grow with the message. Failures
     * are those of {@link org.iochub.api.Normalizer#normalize}.
     */
    Stream<Row> read(RawMessage message) throws IOException;
}
