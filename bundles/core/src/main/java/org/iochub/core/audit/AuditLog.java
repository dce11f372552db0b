package org.iochub.core.audit;

import java.util.List;

/** The audit trail. Safe for any number of threads. */
public interface AuditLog {
    /**
     * Writes events down, in this order; they are on disk when it returns.
     *
     * @throws org.iochub.model.FaultException {@code store-down}
     */
    void append(List<AuditEvent> events);

    /**
     * Newest first.
     *
     * @param before only entries with smaller numbers; {@code Long.MAX_VALUE} for the newest
     * @param limit 1 or more
     */
    List<AuditEntry> list(AuditFilter filter, long before, int limit);

    /** Goes through everything that is kept. */
    AuditCheck verify();
}
