package org.iochub.core.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reports of each authority over a period. Safe for any number of threads. */
public interface Reports {
    /** Those that are kept, the latest period first. */
    List<ReportInfo> list();

    Optional<ReportInfo> get(String id);

    /** A kept report in a form; empty when it is not there any more. */
    Optional<byte[]> content(String id, ReportFormat format);

    /**
     * Makes and keeps a report.
     *
     * @param from first day, in the authority's own time
     * @param to last day, the same or later; 366 days at most
     * @param by who asks, as the audit trail names them
     * @throws org.iochub.model.FaultException {@code unknown-tenant}, {@code bad-period}, {@code store-down}, {@code
     *     report-unavailable} when it cannot be kept
     */
    ReportInfo make(String tenant, LocalDate from, LocalDate to, String by);
}
