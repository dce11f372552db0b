package org.iochub.core.shadow;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tries new versions of adapters on what the live sources take, and writes nothing to feeds. Safe for any number of
 * threads.
 */
public interface Shadows {
    /** At most so many at a time. */
    int MOST = 8;

    /** By file name. */
    List<Shadow> list();

    Optional<Shadow> get(String file);

    /**
     * Judges a file as the gate does and lets it run beside what it would replace. A shadow of the same file name ends.
     *
     * @param file a plain name that ends in jar, kar, yaml or yml
     * @param since compares what the archive has from here; empty from now
     * @param by who wants it
     * @throws org.iochub.model.FaultException {@code candidate-refused}, {@code bad-file-name}, {@code too-large},
     *     {@code too-many-shadows}, {@code not-yet}
     */
    Shadow start(String file, InputStream content, Optional<Instant> since, String by) throws IOException;

    /**
     * Examples of differences, the first that were found of each kind and field.
     *
     * @param source of this instance only
     * @param kind of this kind only
     * @param field differing in this field only: {@code type.field}
     * @throws org.iochub.model.FaultException {@code unknown-shadow}
     */
    List<ShadowDifference> differences(
            String file, Optional<String> source, Optional<DifferenceKind> kind, Optional<String> field);

    /**
     * Deploys the candidate through the gate. When the gate takes it, the shadow ends.
     *
     * @throws org.iochub.model.FaultException {@code unknown-shadow}, {@code shadow-refused}, {@code file-changed}
     */
    Promotion promote(String file) throws IOException;

    /**
     * Ends a shadow; nothing of it is left.
     *
     * @return its last report
     * @throws org.iochub.model.FaultException {@code unknown-shadow}
     */
    Shadow drop(String file) throws IOException;

    /** Nothing more is read until it is resumed. @throws org.iochub.model.FaultException {@code unknown-shadow} */
    Shadow pause(String file) throws IOException;

    /**
     * Goes on, also with one that was stopped by its failures.
     *
     * @throws org.iochub.model.FaultException {@code unknown-shadow}, {@code shadow-refused}
     */
    Shadow resume(String file) throws IOException;
}
