package org.iochub.shadow.internal;

import com.fasterxml.jackson.core.JacksonException;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawPart;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/** Reads a whole message with a normaliser, taking its failures as the hub's pipeline does. */
record Reader(Normalizer normalizer, CutMessage message, int most) {
    /** More changes than are compared. */
    static final class TooManyException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @throws IOException when the message could not be read this time
     * @throws TooManyException when it holds too much
     */
    Reading read() throws IOException {
        long start = System.nanoTime();
        List<Change> changes = new ArrayList<>();
        Optional<Fault> failure = Optional.empty();
        try (Stream<Change> stream = normalizer.normalize(message)) {
            collect(stream.iterator(), changes);
        } catch (FaultException e) {
            refuseRest(changes, e.fault());
        } catch (UncheckedIOException e) {
            refuseRest(changes, brokenOrThrow(e.getCause()));
        } catch (IOException e) {
            refuseRest(changes, brokenOrThrow(e));
        } catch (RuntimeException | StackOverflowError | LinkageError | OutOfMemoryError e) {
            Fault mistake = mistake(e);
            failure = Optional.of(mistake);
            refuseRest(changes, mistake);
        }
        return new Reading(changes, failure, Duration.ofNanos(System.nanoTime() - start), false, false);
    }

    private void collect(Iterator<Change> stream, List<Change> changes) throws IOException {
        while (stream.hasNext()) {
            if (changes.size() == most) {
                throw new TooManyException();
            }
            if (message.isCut()) {
                throw new java.io.InterruptedIOException("the reading was broken off");
            }
            changes.add(stream.next());
        }
    }

    private void refuseRest(List<Change> changes, Fault fault) {
        changes.add(new Change.Refusal(fault, RawPart.whole(message)));
    }

    private static Fault brokenOrThrow(IOException e) throws IOException {
        boolean content = e instanceof CharacterCodingException
                || e instanceof CharConversionException
                || e instanceof ZipException
                || e instanceof EOFException
                || e instanceof JacksonException;
        if (!content) {
            throw e;
        }
        return Fault.of("unreadable", "", "Không đọc được phần còn lại của thông điệp.", "The rest cannot be read.");
    }

    /** Its message stays out of the sentence: it may hold what stood in the data. */
    private static Fault mistake(Throwable e) {
        String what = e.getClass().getSimpleName() + at(e);
        return Fault.of(
                "adapter-error",
                "",
                "Bộ kết nối gặp lỗi của chính nó: " + what + ".",
                "The adapter failed by a mistake of its own: " + what + ".");
    }

    private static String at(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return trace.length == 0 ? "" : " (" + trace[0].getFileName() + ":" + trace[0].getLineNumber() + ")";
    }
}
