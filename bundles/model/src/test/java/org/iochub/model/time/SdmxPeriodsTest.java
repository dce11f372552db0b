package org.iochub.model.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.iochub.model.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SdmxPeriodsTest {
    @ParameterizedTest
    @CsvSource({
        "2025, 2025-01-01/2025-12-31, yearly",
        "2025-A1, 2025-01-01/2025-12-31, yearly",
        "2025-S2, 2025-07-01/2025-12-31, half-yearly",
        "2025-Q1, 2025-01-01/2025-03-31, quarterly",
        "2024-M02, 2024-02-01/2024-02-29, monthly",
        "2025-03, 2025-03-01/2025-03-31, monthly",
        "2025-W01, 2024-12-30/2025-01-05, weekly",
        "2020-W53, 2020-12-28/2021-01-03, weekly",
        "2025-03-09, 2025-03-09/2025-03-09, daily",
        "2025-01-01/P9M, 2025-01-01/2025-09-30, nine-monthly"
    })
    void readsEachForm(String text, String interval, String frequency) {
        ReportingPeriod period = SdmxPeriods.parse(text).orElseThrow();

        assertThat(period.interval()).isEqualTo(interval);
        assertThat(period.frequency().code()).isEqualTo(frequency);
        assertThat(period.cumulative()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2025-Q5", "2025-M13", "2025-13", "2025-02-30", "2025-W53", "2025-S0", "2025-01-01/P5M", "1025"})
    void saysThatAPeriodDoesNotExist(String text) {
        assertThatThrownBy(() -> SdmxPeriods.parse(text))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining(text);
    }

    @Test
    void leavesOtherFormsToOthers() {
        assertThat(SdmxPeriods.parse("quý I năm 2026")).isEmpty();
        assertThat(SdmxPeriods.parse("3/2026")).isEmpty();
    }
}
