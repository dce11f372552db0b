package org.iochub.declarative.internal.fetch.inbox;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.iochub.api.read.Trouble;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/**
 * Says why a source cannot be read. Never repeats what an exception says unless its kind is known to hold no secret.
 */
@FunctionalInterface
public interface Troubles {
    Text tell(Throwable trouble);

    /**
     * @param known what can be said of exceptions of this kind of source; asked for each cause, outermost first
     * @param library the feature that brings the classes this kind of source needs
     */
    static Troubles of(String library, Function<Throwable, Optional<Text>> known) {
        return trouble -> {
            for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
                if (cause instanceof LinkageError || cause instanceof ClassNotFoundException) {
                    return missing(library);
                }
                if (cause instanceof FaultException fault) {
                    return fault.fault().message();
                }
                Optional<Text> text = known.apply(cause);
                if (text.isPresent()) {
                    return text.get();
                }
            }
            return Trouble.of(root(trouble));
        };
    }

    private static Text missing(String library) {
        return Text.of(
                "Hub chưa cài phần mềm mà loại nguồn này cần; hãy chạy feature:install " + library
                        + " trong hub, nguồn sẽ tự chạy tiếp.",
                "The hub lacks the software that this kind of source needs; run feature:install " + library
                        + " in the hub, and the source goes on by itself.");
    }

    /** What the network or disk said, if it was one of them. */
    private static Throwable root(Throwable trouble) {
        Throwable root = trouble;
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            root = cause instanceof IOException || !(root instanceof IOException) ? cause : root;
        }
        return root;
    }
}
