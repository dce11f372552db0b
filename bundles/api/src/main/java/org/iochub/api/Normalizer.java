package org.iochub.api;

import java.io.IOException;
import java.util.Optional;
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
     * <p>An exception thrown while the stream is consumed ends the message there, and what came before it stays. After a
     * {@link org.iochub.model.FaultException}, or an {@link java.io.UncheckedIOException} of content that is broken (an
     * encoding, an archive, JSON, an early end), the rest is refused as one, with the whole message as its raw form.
     * After an {@code UncheckedIOException} of anything else, such as a disk that fails, the message comes again and
     * goes on where it stopped. Any other exception is the adapter's own mistake and refuses the rest as well.
     *
     * <p>The hub takes the changes one by one, by {@link Stream#iterator()}. Iterated, {@link Stream#flatMap} holds the
     * whole inner stream of an element: join long streams with {@link Stream#concat}, or write an iterator.
     *
     * @throws org.iochub.model.FaultException when the whole message is unreadable: it goes to quarantine as one
     * @throws IOException when the message could not be read this time: it will come again; broken content is refused as
     *     above
     */
    Stream<Change> normalize(RawMessage message) throws IOException;

    /**
     * Reads the raw form of one record again, as {@link Change#raw()} gave it, without the rest of its message: for a
     * record that was refused and is replayed. Failures and limits are those of {@link #normalize}.
     *
     * @param part body: the raw form; name, time and attributes: those of the message it came with
     * @param position where it stood in its message, for the changes' own raw parts
     * @return empty when such a record means nothing without its message, such as a line whose heading stands elsewhere
     */
    default Optional<Stream<Change>> normalizePart(RawMessage part, String position) throws IOException {
        return Optional.empty();
    }
}
