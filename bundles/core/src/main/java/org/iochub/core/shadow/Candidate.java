package org.iochub.core.shadow;

import java.util.List;
import java.util.Optional;
import org.iochub.api.SourceAdapter;
import org.iochub.model.Text;

/** A file's adapters, held aside: nobody else sees them, and they have no instance, route or configuration. */
public interface Candidate extends AutoCloseable {
    /** The bundle's symbolic name, or a declarative source's id. */
    String name();

    String version();

    List<SourceAdapter<?>> adapters();

    /** Under which name the file would replace what runs. */
    String deployedAs();

    /** Why the gate would refuse the file if it were deployed now; empty when it would take it. */
    Optional<Text> obstacle();

    /** Whether what it is made of was taken away meanwhile, so that it has to be closed and held anew. */
    boolean gone();

    /** Takes it out of the framework, with its classes and services. Returns when that is done. */
    @Override
    void close();
}
