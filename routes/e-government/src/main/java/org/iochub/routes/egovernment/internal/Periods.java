package org.iochub.routes.egovernment.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.iochub.model.code.Frequency;
import org.iochub.model.time.ReportingPeriod;

/** The periods that are computed: of the last months, the current one included. */
final class Periods {
    static final String MONTH = "month";
    static final String QUARTER = "quarter";
    static final String YEAR_TO_DATE = "year-to-date";

    private Periods() {}

    /**
     * Oldest first. A quarter is there with its first month; the year to date stands with each month, from the first of
     * January to that month's end.
     *
     * @param kinds which of {@code month}, {@code quarter}, {@code year-to-date}
     */
    static List<ReportingPeriod> upTo(LocalDate today, int months, Set<String> kinds) {
        List<ReportingPeriod> periods = new ArrayList<>();
        YearMonth last = YearMonth.from(today);
        for (YearMonth month = last.minusMonths(months - 1L); !month.isAfter(last); month = month.plusMonths(1)) {
            LocalDate first = month.atDay(1);
            if (kinds.contains(MONTH)) {
                periods.add(new ReportingPeriod(first, month.atEndOfMonth(), Frequency.MONTHLY, false));
            }
            if (kinds.contains(QUARTER) && month.getMonthValue() % 3 == 1) {
                periods.add(new ReportingPeriod(first, month.plusMonths(2).atEndOfMonth(), Frequency.QUARTERLY, false));
            }
            if (kinds.contains(YEAR_TO_DATE)) {
                periods.add(new ReportingPeriod(first.withDayOfYear(1), month.atEndOfMonth(), Frequency.MONTHLY, true));
            }
        }
        return List.copyOf(periods);
    }
}
