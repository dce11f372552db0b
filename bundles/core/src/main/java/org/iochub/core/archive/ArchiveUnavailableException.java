package org.iochub.core.archive;

import java.io.IOException;
import org.iochub.model.Fault;

/** A message that could not be written down: it is not acknowledged and comes again. */
public final class ArchiveUnavailableException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    public ArchiveUnavailableException(Fault fault, Throwable cause) {
        super(fault.message().en(), cause);
        this.fault = fault;
    }

    /** {@code archive-unavailable}, with what its owner should do. */
    public Fault fault() {
        return fault;
    }
}
