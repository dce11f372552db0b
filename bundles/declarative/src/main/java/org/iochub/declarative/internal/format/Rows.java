package org.iochub.declarative.internal.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.iochub.api.Change;
import org.iochub.api.RawPart;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/** What every format does with rows. */
final class Rows {
    /** Gives one after the other, then empty. Used by one thread. */
    @FunctionalInterface
    interface Next<T> {
        Optional<T> get() throws IOException;
    }

    @FunctionalInterface
    interface Closing {
        void run() throws IOException;
    }

    private Rows() {}

    static Row broken(Fault fault, RawPart raw) {
        return new Row.Broken(new Change.Refusal(fault, raw));
    }

    /** A fault of a record: it says where the record stands, unless it knows better. */
    static Row broken(FaultException e, RawPart raw) {
        Fault fault = e.fault();
        return broken(fault.where().isEmpty() ? new Fault(fault.code(), raw.position(), fault.message()) : fault, raw);
    }

    static Row tooLarge(RawPart raw, long length, long limit) {
        return broken(
                Fault.of(
                        "over-limit",
                        raw.position(),
                        "Bản ghi dài " + length + " byte, quá giới hạn " + limit + " byte; hãy chia nhỏ ở nguồn.",
                        "The record has " + length + " bytes, over the limit of " + limit
                                + "; make it smaller at the source."),
                raw);
    }

    /** A lazy stream that is read one by one, and closes what it reads from. */
    static <T> Stream<T> stream(Next<T> next, Closing close) {
        Spliterator<T> items =
                new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                    @Override
                    public boolean tryAdvance(Consumer<? super T> action) {
                        Optional<T> item;
                        try {
                            item = next.get();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                        item.ifPresent(action);
                        return item.isPresent();
                    }
                };
        return StreamSupport.stream(items, false).onClose(() -> {
            try {
                close.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
