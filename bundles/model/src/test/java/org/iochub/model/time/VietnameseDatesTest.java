package org.iochub.model.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.iochub.model.FaultException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseDatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "05/03/2026|DAY_FIRST|2026-03-05T00:00+07:00",
                "5/3/2026 8:05|DAY_FIRST|2026-03-05T08:05+07:00",
                "05-03-2026 08:05:09|DAY_FIRST|2026-03-05T08:05:09+07:00",
                "05.03.2026|DAY_FIRST|2026-03-05T00:00+07:00",
                "29/02/2024|DAY_FIRST|2024-02-29T00:00+07:00",
                "2026/03/05|YEAR_FIRST|2026-03-05T00:00+07:00",
                "2026/03/05 23:59:59|YEAR_FIRST|2026-03-05T23:59:59+07:00",
                "20260305|COMPACT|2026-03-05T00:00+07:00",
                "202603050805|COMPACT|2026-03-05T08:05+07:00",
                "20260305080509|COMPACT|2026-03-05T08:05:09+07:00",
                "2026-03-05|ISO|2026-03-05T00:00+07:00",
                "2026-03-05T08:05:09|ISO|2026-03-05T08:05:09+07:00",
                "2026-03-05 08:05|ISO|2026-03-05T08:05+07:00",
                "2026-03-05T01:05:09.120Z|ISO|2026-03-05T01:05:09.120Z",
                "2026-03-05T01:05:09.000+0000|ISO|2026-03-05T01:05:09Z",
                "2026-03-05T01:05:09-05:30|ISO|2026-03-05T01:05:09-05:30",
                "2026-03-05T08:05:09+07|ISO|2026-03-05T08:05:09+07:00",
                "1767574800000|EPOCH_MILLIS|2026-01-05T08:00+07:00",
                "1|EXCEL_SERIAL|1900-01-01T00:00+07:00",
                "59|EXCEL_SERIAL|1900-02-28T00:00+07:00",
                "61|EXCEL_SERIAL|1900-03-01T00:00+07:00",
                "46027|EXCEL_SERIAL|2026-01-05T00:00+07:00",
                "46027.3333333333|EXCEL_SERIAL|2026-01-05T08:00+07:00",
                "46027.0|EXCEL_SERIAL|2026-01-05T00:00+07:00",
                "ngày 05 tháng 3 năm 2026|WORDS|2026-03-05T00:00+07:00",
                "Quảng Ngãi, ngày 5 tháng 03 năm 2026.|WORDS|2026-03-05T00:00+07:00",
                "NGÀY 05 THÁNG 3 NĂM 2026|WORDS|2026-03-05T00:00+07:00",
                " 05/03/2026 |DAY_FIRST|2026-03-05T00:00+07:00",
            })
    void readsWhatTheStyleSays(String text, DateStyle style, String moment) {
        assertThat(VietnameseDates.dateTime(text, style)).hasToString(moment);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "31/02/2026|DAY_FIRST|impossible-date",
                "29/02/2025|DAY_FIRST|impossible-date",
                "03/25/2026|DAY_FIRST|impossible-date",
                "05/03/2026 24:00|DAY_FIRST|impossible-date",
                "05/03/26|DAY_FIRST|bad-date",
                "05/03-2026|DAY_FIRST|bad-date",
                "2026/03/05|DAY_FIRST|bad-date",
                "05/03/2026|YEAR_FIRST|bad-date",
                "2026030|COMPACT|bad-date",
                "20261305|COMPACT|impossible-date",
                "2026-3-5|ISO|bad-date",
                "60|EXCEL_SERIAL|impossible-date",
                "0|EXCEL_SERIAL|impossible-date",
                "20260305|EXCEL_SERIAL|bad-date",
                "46027,5|EXCEL_SERIAL|bad-date",
                "hôm qua|EPOCH_MILLIS|bad-date",
                "ngày    tháng 6 năm 2022|WORDS|bad-date",
                "ngày 31 tháng 4 năm 2026|WORDS|impossible-date",
                "''|ISO|bad-date",
            })
    void refusesTheRest(String text, DateStyle style, String code) {
        FaultException refused =
                catchThrowableOfType(FaultException.class, () -> VietnameseDates.dateTime(text, style));
        assertThat(refused.fault().code()).isEqualTo(code);
        assertThat(refused.fault().message().vi()).contains("«" + text + "»");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // A date of birth as local midnight in UTC: taking the first ten characters is one day early.
                "1990-05-11T17:00:00.000+0000|ISO|1990-05-12",
                // Before 13/6/1975 midnight in Saigon was 16:00 UTC.
                "1960-05-11T16:00:00.000+0000|ISO|1960-05-12",
                "1960-05-11T17:00:00.000+0000|ISO|1960-05-12",
                "2026-01-05T00:30:00+07:00|ISO|2026-01-05",
                "1990-05-12|ISO|1990-05-12",
                "1990-05-12T23:00:00|ISO|1990-05-12",
                "642445200000|EPOCH_MILLIS|1990-05-12",
                "12/05/1990|DAY_FIRST|1990-05-12",
                "12/05/1950 00:00|DAY_FIRST|1950-05-12",
                "33005|EXCEL_SERIAL|1990-05-12",
            })
    void aDayIsADayInVietnam(String text, DateStyle style, LocalDate day) {
        assertThat(VietnameseDates.date(text, style)).isEqualTo(day);
    }
}
