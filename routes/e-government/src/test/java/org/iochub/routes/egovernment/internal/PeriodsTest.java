package org.iochub.routes.egovernment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.iochub.model.time.ReportingPeriod;
import org.junit.jupiter.api.Test;

class PeriodsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 10);

    @Test
    void monthsQuartersAndYearToDateOfTheLastMonths() {
        assertThat(Periods.upTo(TODAY, 3, Set.of("month", "quarter", "year-to-date")))
                .extracting(ReportingPeriod::interval)
                .containsExactly(
                        "2025-12-01/2025-12-31",
                        "2025-01-01/2025-12-31",
                        "2026-01-01/2026-01-31",
                        "2026-01-01/2026-03-31",
                        "2026-01-01/2026-01-31",
                        "2026-02-01/2026-02-28",
                        "2026-01-01/2026-02-28");
    }

    @Test
    void onlyTheKindsAskedFor() {
        assertThat(Periods.upTo(TODAY, 2, Set.of("month"))).hasSize(2).noneMatch(ReportingPeriod::cumulative);
    }
}
