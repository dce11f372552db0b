package org.iochub.core.report;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A report that is kept.
 *
 * @param id authority and period: {@code quang-ngai.2026-11-16.2026-11-22}; made again, it takes the place of the one
 *     before
 * @param from first day
 * @param to last day
 * @param by {@code hub} for the report of every Monday, else who asked for it
 */
public record ReportInfo(String id, String tenant, LocalDate from, LocalDate to, Instant made, String by) {}
