package org.iochub.api.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Carries an {@link IOException} through a stream. */
final class Unchecked {
    @FunctionalInterface
    interface Reading<T> {
        T get() throws IOException;
    }

    @FunctionalInterface
    interface Closing {
        void run() throws IOException;
    }

    private Unchecked() {}

    static <T> T get(Reading<T> reading) {
        try {
            return reading.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void run(Closing closing) {
        try {
            closing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stream of what {@code next} gives until it is empty. */
    static <T> Stream<T> stream(Reading<Optional<T>> next, Closing close) {
        return StreamSupport.stream(
                        new Spliterators.AbstractSpliterator<T>(
                                Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                            @Override
                            public boolean tryAdvance(Consumer<? super T> action) {
                                Optional<T> item = get(next);
                                item.ifPresent(action);
                                return item.isPresent();
                            }
                        },
                        false)
                .onClose(() -> run(close));
    }
}
