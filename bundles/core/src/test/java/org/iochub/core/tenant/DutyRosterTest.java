package org.iochub.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyRosterTest {
    private static final List<String> ROSTER = List.of(
            "T2-T6 07:00-15:00 Tổ 1",
            "T2-T6 15:00-22:00 Tổ 2",
            "T7-CN Tổ 3",
            "T2-T6 22:00-7:00 Ca đêm",
            "2026-02-17 Tổ Tết",
            "Trực ban: ông An");

    /** Monday 2026-03-02 … */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T07:00, Tổ 1;Trực ban: ông An",
        "2026-03-02T14:59, Tổ 1;Trực ban: ông An",
        "2026-03-02T15:00, Tổ 2;Trực ban: ông An",
        "2026-03-03T02:00, Ca đêm;Trực ban: ông An",
        "2026-03-07T12:00, Tổ 3;Trực ban: ông An",
        // The night that began on Friday.
        "2026-03-07T02:00, Tổ 3;Ca đêm;Trực ban: ông An",
        "2026-03-08T23:30, Tổ 3;Trực ban: ông An",
        // Sunday night belongs to no shift of the week.
        "2026-03-02T02:00, Trực ban: ông An",
        "2026-02-17T10:00, Tổ Tết"
    })
    void whoIsOnDuty(LocalDateTime at, String who) {
        assertThat(DutyRoster.at(ROSTER, at.atZone(ZoneId.of("Asia/Ho_Chi_Minh"))))
                .containsExactlyElementsOf(Arrays.asList(who.split(";")));
    }

    /** As people write them: other dashes, blanks, small letters, the end of the day as 24:00; impossible hours hold never. */
    @ParameterizedTest
    @CsvSource({
        "T2-T6 07:00–19:00 Tổ 1,  2026-11-23T08:00, true",
        "T2-T6 07:00–19:00 Tổ 1,  2026-11-22T08:00, false",
        "t2 7:00 - 11:30 Tổ 1,    2026-11-23T11:29, true",
        "T7-T2 07:00-19:00 Tổ 2,  2026-11-23T08:00, true",
        "T7-T2 07:00-19:00 Tổ 2,  2026-11-24T08:00, false",
        "CN 22:00-06:00 Tổ 2,     2026-11-23T05:00, true",
        "00:00-24:00 Tổ 1,        2026-11-23T00:00, true",
        "14:00-24:00 Tổ 2,        2026-11-23T23:59, true",
        "14:00-24:00 Tổ 2,        2026-11-24T00:00, false",
        "25:00-26:00 Tổ 1,        2026-11-23T01:30, false",
        "07:00 Tổ 1,              2026-11-23T07:30, false"
    })
    void readsWhatPeopleWrite(String entry, LocalDateTime at, boolean on) {
        assertThat(DutyRoster.entriesAt(List.of(entry), at.atZone(ZoneId.of("Asia/Ho_Chi_Minh"))))
                .isEqualTo(on ? List.of(entry) : List.of());
    }
}
