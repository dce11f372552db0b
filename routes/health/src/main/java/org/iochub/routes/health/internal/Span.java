package org.iochub.routes.health.internal;

import java.time.LocalDate;
import org.iochub.model.code.Frequency;
import org.iochub.model.time.ReportingPeriod;

/** What a package covers. */
enum Span {
    /** The day of NGAYLAP. */
    DAY,
    /** The month of NGAYLAP, up to that day. */
    MONTH;

    ReportingPeriod of(LocalDate day) {
        return switch (this) {
            case DAY -> new ReportingPeriod(day, day, Frequency.DAILY, false);
            case MONTH ->
                new ReportingPeriod(
                        day.withDayOfMonth(1), day.withDayOfMonth(day.lengthOfMonth()), Frequency.MONTHLY, false);
        };
    }
}
