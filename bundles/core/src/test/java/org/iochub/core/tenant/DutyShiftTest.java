package org.iochub.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DutyShiftTest {
    // 23 November 2026 is a Monday.
    @ParameterizedTest
    @CsvSource({
        "06:00-14:00 Tổ 1,        2026-11-23T06:00, true",
        "06:00-14:00 Tổ 1,        2026-11-23T13:59, true",
        "06:00-14:00 Tổ 1,        2026-11-23T14:00, false",
        "06:00-14:00 Tổ 1,        2026-11-23T05:59, false",
        "22:00-06:00 Tổ 3,        2026-11-23T23:30, true",
        "22:00-06:00 Tổ 3,        2026-11-23T05:59, true",
        "22:00-06:00 Tổ 3,        2026-11-23T06:00, false",
        "T2-T6 07:00–19:00 Tổ 1,  2026-11-23T08:00, true",
        "T2-T6 07:00–19:00 Tổ 1,  2026-11-22T08:00, false",
        "CN 22:00-06:00 Tổ 2,     2026-11-23T05:00, true",
        "CN 22:00-06:00 Tổ 2,     2026-11-23T22:30, false",
        "T7-CN 07:00-19:00 Tổ 2,  2026-11-22T08:00, true",
        "T7-T2 07:00-19:00 Tổ 2,  2026-11-23T08:00, true",
        "T7-T2 07:00-19:00 Tổ 2,  2026-11-24T08:00, false",
        "00:00-24:00 Tổ 1,        2026-11-23T00:00, true",
        "14:00-24:00 Tổ 2,        2026-11-23T23:59, true",
        "14:00-24:00 Tổ 2,        2026-11-24T00:00, false",
        "t2 7:00 - 11:30 Tổ 1,    2026-11-23T11:29, true",
    })
    void coversItsHours(String entry, String moment, boolean covered) {
        DutyShift shift = DutyShift.parse(entry).orElseThrow();
        assertThat(shift.covers(ZonedDateTime.parse(moment + ":00+07:00[Asia/Ho_Chi_Minh]")))
                .isEqualTo(covered);
        assertThat(shift.who()).startsWith("Tổ ");
    }

    @Test
    void readsDays() {
        assertThat(DutyShift.parse("CN 07:00-19:00 Tổ 2").orElseThrow().days()).containsExactly(DayOfWeek.SUNDAY);
        assertThat(DutyShift.parse("07:00-19:00 Tổ 2").orElseThrow().days()).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ca sáng: Tổ điều hành 1",
                "25:00-26:00 Tổ 1",
                "07:75-08:00 Tổ 1",
                "24:30-25:00 Tổ 1",
                "07:00-11:00",
                ""
            })
    void leavesOthersToPeople(String entry) {
        assertThat(DutyShift.parse(entry)).isEmpty();
    }
}
