package org.iochub.declarative.internal.format;

import java.io.IOException;
import java.util.Optional;
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

    /**
     * Reads the raw form of one record, without the rest of its message.
     *
     * @param part its body is the raw form that {@link #read} gave
     * @return empty when such a record cannot be read without its message
     */
    default Optional<Row> readPart(RawMessage part, String position) throws IOException {
        return Optional.empty();
    }
}
