package org.iochub.model.area;

import java.time.LocalDate;

/** Days as official papers write them: a leading zero for days below ten and for January and February. */
final class Days {
    private Days() {}

    /** As in 30/6/2025 and 01/7/2025 (Decree 30/2020/NĐ-CP, annex I). */
    static String vi(LocalDate day) {
        return String.format(
                day.getMonthValue() <= 2 ? "%02d/%02d/%d" : "%02d/%d/%d",
                day.getDayOfMonth(),
                day.getMonthValue(),
                day.getYear());
    }
}
