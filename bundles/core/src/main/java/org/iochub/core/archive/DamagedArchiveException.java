package org.iochub.core.archive;

import java.io.IOException;
import org.iochub.model.Fault;

/** A message of the archive that cannot be read as it came: it says where and why. */
public final class DamagedArchiveException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    public DamagedArchiveException(Fault fault) {
        super(fault.message().en());
        this.fault = fault;
    }

    /** {@code archive-damaged}, {@code archive-key} or {@code archive-erased}. */
    public Fault fault() {
        return fault;
    }
}
