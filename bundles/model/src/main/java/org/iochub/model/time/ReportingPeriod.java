package org.iochub.model.time;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.iochub.model.code.Frequency;

/**
 * The period a figure is for.
 *
 * @param first its first day
 * @param last its last day, inclusive
 * @param frequency how often such figures are made
 * @param cumulative whether the figure adds up from the first day of the year («lũy kế»)
 */
public record ReportingPeriod(LocalDate first, LocalDate last, Frequency frequency, boolean cumulative) {
    /** ISO 8601, both days inclusive: {@code 2026-01-01/2026-03-31}. */
    public String interval() {
        return first + "/" + last;
    }

    /** The last second of the period in Vietnam, so that it lies within it. */
    public OffsetDateTime end() {
        return last.atTime(LocalTime.of(23, 59, 59)).atOffset(VietnameseDates.OFFSET);
    }
}
