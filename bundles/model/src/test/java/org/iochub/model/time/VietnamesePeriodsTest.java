package org.iochub.model.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.iochub.model.FaultException;
import org.iochub.model.code.Frequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnamesePeriodsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tháng 3/2026|2026-03-01/2026-03-31|MONTHLY|false",
                "Tháng 02 năm 2024|2024-02-01/2024-02-29|MONTHLY|false",
                "Quý I/2026|2026-01-01/2026-03-31|QUARTERLY|false",
                "quý 4 năm 2025|2025-10-01/2025-12-31|QUARTERLY|false",
                "QUÝ III NĂM 2025|2025-07-01/2025-09-30|QUARTERLY|false",
                "6 tháng đầu năm 2026|2026-01-01/2026-06-30|HALF_YEARLY|false",
                "6 tháng cuối năm 2026|2026-07-01/2026-12-31|HALF_YEARLY|false",
                "6 tháng năm 2026|2026-01-01/2026-06-30|HALF_YEARLY|false",
                "9 tháng/2026|2026-01-01/2026-09-30|NINE_MONTHLY|false",
                "9 tháng đầu năm 2026|2026-01-01/2026-09-30|NINE_MONTHLY|false",
                "năm 2026|2026-01-01/2026-12-31|YEARLY|false",
                "Cả năm 2026|2026-01-01/2026-12-31|YEARLY|false",
                "2026|2026-01-01/2026-12-31|YEARLY|false",
                "năm học 2025-2026|2025-09-01/2026-08-31|SCHOOL_YEAR|false",
                "năm học 2025 – 2026|2025-09-01/2026-08-31|SCHOOL_YEAR|false",
                "lũy kế tháng 3/2026|2026-01-01/2026-03-31|MONTHLY|true",
                "luỹ kế đến tháng 3/2026|2026-01-01/2026-03-31|MONTHLY|true",
                "Lũy kế 9 tháng năm 2026|2026-01-01/2026-09-30|NINE_MONTHLY|true",
                "5 tháng đầu năm 2026|2026-01-01/2026-05-31|MONTHLY|true",
            })
    void readsThePeriodsOfStatistics(String text, String interval, Frequency frequency, boolean cumulative) {
        ReportingPeriod period = VietnamesePeriods.parse(text);
        assertThat(period.interval()).isEqualTo(interval);
        assertThat(period.frequency()).isEqualTo(frequency);
        assertThat(period.cumulative()).isEqualTo(cumulative);
    }

    @Test
    void endsWithinItself() {
        assertThat(VietnamesePeriods.parse("quý I/2026").end()).hasToString("2026-03-31T23:59:59+07:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tháng 13/2026|impossible-date",
                "tháng 0/2026|impossible-date",
                "năm học 2025-2027|impossible-date",
                "năm 1026|impossible-date",
                "quý V/2026|bad-period",
                "tháng trước|bad-period",
                "3/2026|bad-period",
                "''|bad-period",
            })
    void refusesTheRest(String text, String code) {
        assertThat(catchThrowableOfType(FaultException.class, () -> VietnamesePeriods.parse(text))
                        .fault()
                        .code())
                .isEqualTo(code);
    }
}
