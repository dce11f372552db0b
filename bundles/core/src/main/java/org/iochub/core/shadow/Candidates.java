package org.iochub.core.shadow;

import java.io.IOException;
import java.nio.file.Path;

/** Judges files as the gate does and holds what they bring aside. Safe for any number of threads. */
public interface Candidates {
    /**
     * Holds a file's adapters aside.
     *
     * @param file its plain name, which says what it is
     * @param content read once, before this returns
     * @throws org.iochub.model.FaultException {@code candidate-refused}, with the gate's reason; {@code not-yet} when
     *     what it needs is not there yet
     */
    Candidate hold(String file, Path content) throws IOException;
}
