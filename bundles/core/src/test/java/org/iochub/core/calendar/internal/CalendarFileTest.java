package org.iochub.core.calendar.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.iochub.core.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFileTest {
    private static final Path SHIPPED = Path.of("../../karaf-assembly/src/main/resources/etc/org.iochub.calendar.cfg");

    private static CalendarFile shipped() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(SHIPPED)) {
            properties.load(reader);
        }
        Map<String, String> values = new HashMap<>();
        properties.forEach((key, value) -> values.put(key.toString(), value.toString()));
        return CalendarFile.read(values);
    }

    @Test
    void theShippedFileIsReadWhole() throws IOException {
        CalendarFile file = shipped();
        assertThat(file.wrong()).isEmpty();
        WorkingCalendar calendar = file.calendar();
        for (int year = 2025; year <= 2027; year++) {
            for (String fixed : new String[] {"01-01", "04-30", "05-01", "09-02"}) {
                assertThat(calendar.holiday(LocalDate.parse(year + "-" + fixed)))
                        .isPresent();
            }
        }
        // The first day of the first lunar month.
        for (String tet : new String[] {"2025-01-29", "2026-02-17", "2027-02-06"}) {
            assertThat(calendar.holiday(LocalDate.parse(tet))).contains("Tết Nguyên đán");
        }
        for (String kings : new String[] {"2025-04-07", "2026-04-26", "2027-04-16"}) {
            assertThat(calendar.holiday(LocalDate.parse(kings))).contains("Giỗ Tổ Hùng Vương");
        }
        assertThat(calendar.madeUp()).allMatch(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, true",
        "2026-03-07, false",
        "2026-03-08, false",
        "2026-02-17, false",
        "2026-02-23, true",
        "2026-01-10, true",
        "2026-01-02, false",
        "2028-01-03, true"
    })
    void worksOrNot(LocalDate day, boolean works) throws IOException {
        assertThat(shipped().calendar().works(day)).isEqualTo(works);
    }

    @ParameterizedTest
    @CsvSource({
        // A plain week, over a weekend, over Tết, over a Saturday made up for.
        "2026-03-02, 2026-03-05",
        "2026-03-05, 2026-03-10",
        "2026-02-12, 2026-02-24",
        "2026-01-08, 2026-01-12",
        "2026-03-07, 2026-03-11"
    })
    void threeWorkingDays(LocalDate since, LocalDate last) throws IOException {
        WorkingCalendar calendar = shipped().calendar();
        assertThat(calendar.after(since, 3)).isEqualTo(last);
        assertThat(calendar.between(since, last)).isEqualTo(3);
        assertThat(calendar.escalates(since, last)).isFalse();
        assertThat(calendar.escalates(since, last.plusDays(1))).isTrue();
    }

    @Test
    void whatCannotBeReadIsSaidAndLeftOut() {
        CalendarFile file = CalendarFile.read(
                Map.of("holidays.2026", "04-30 Lễ, 30/4 Lễ, 02-30, 05-01..04-01 Ngược", "service.pid", "x"));
        assertThat(file.calendar().holidays()).containsOnlyKeys(LocalDate.parse("2026-04-30"));
        assertThat(file.wrong()).hasSize(3);
        assertThat(file.wrong().get(0).vi()).contains("30/4 Lễ", "holidays.2026");
    }
}
