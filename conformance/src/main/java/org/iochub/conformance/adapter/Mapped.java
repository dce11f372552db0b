package org.iochub.conformance.adapter;

import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/**
 * What a normaliser made of a message.
 *
 * @param changes in order
 * @param ending what ended the message before its time
 */
public record Mapped(List<Change> changes, Optional<Ending> ending) {
    /**
     * Why a stream broke off.
     *
     * @param fault as quarantine would show it
     * @param kind what the hub makes of it
     */
    public record Ending(Fault fault, Kind kind) {
        /** What the hub makes of a stream that breaks off. */
        public enum Kind {
            /** The rest is refused. */
            REFUSED,
            /** The message comes again, and again. */
            AGAIN,
            /** The adapter's own mistake. */
            CRASHED
        }
    }

    /** As the hub's pipeline reads it, with everything kept. */
    public static Mapped of(Normalizer normalizer, RawMessage message) {
        List<Change> changes = new ArrayList<>();
        return new Mapped(changes, each(normalizer, message, changes::add));
    }

    /** The same for messages of any size; each change is forgotten after {@code each} saw it. */
    public static Optional<Ending> each(Normalizer normalizer, RawMessage message, Consumer<Change> each) {
        try (Stream<Change> stream = normalizer.normalize(message)) {
            for (Iterator<Change> all = stream.iterator(); all.hasNext(); ) {
                each.accept(all.next());
            }
            return Optional.empty();
        } catch (FaultException e) {
            return Optional.of(new Ending(e.fault(), Ending.Kind.REFUSED));
        } catch (UncheckedIOException e) {
            return Optional.of(unread(e.getCause()));
        } catch (IOException e) {
            return Optional.of(unread(e));
        } catch (RuntimeException | StackOverflowError | LinkageError | OutOfMemoryError e) {
            return Optional.of(new Ending(fault("adapter-error", e), Ending.Kind.CRASHED));
        }
    }

    /** Broken content is refused; a disk that fails is not the content's fault. The hub's pipeline says the same. */
    private static Ending unread(IOException e) {
        boolean content = e instanceof CharacterCodingException
                || e instanceof CharConversionException
                || e instanceof ZipException
                || e instanceof EOFException
                || e instanceof com.fasterxml.jackson.core.JacksonException;
        return new Ending(fault("unreadable", e), content ? Ending.Kind.REFUSED : Ending.Kind.AGAIN);
    }

    private static Fault fault(String code, Throwable e) {
        String what = e.getClass().getSimpleName()
                + Optional.ofNullable(e.getMessage()).map(m -> ": " + m).orElse("");
        return Fault.of(code, "", what, what);
    }
}
