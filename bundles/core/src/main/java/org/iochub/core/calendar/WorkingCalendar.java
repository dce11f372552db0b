package org.iochub.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * On which days offices work: Monday to Friday without public holidays, and Saturdays that are made up for. Pure.
 *
 * @param holidays days off, with their names; of years that are not in here only weekends are known
 * @param madeUp days worked instead of others
 */
public record WorkingCalendar(Map<LocalDate, String> holidays, Set<LocalDate> madeUp) {
    /** As the escalation of the notices has it. */
    public static final int ESCALATION_DAYS = 3;

    public WorkingCalendar {
        holidays = Map.copyOf(holidays);
        madeUp = Set.copyOf(madeUp);
    }

    public boolean works(LocalDate day) {
        if (madeUp.contains(day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !holidays.containsKey(day);
    }

    public Optional<String> holiday(LocalDate day) {
        return Optional.ofNullable(holidays.get(day));
    }

    /** How many working days lie behind a day, the day itself not counted, up to and with another. */
    public int between(LocalDate day, LocalDate until) {
        int count = 0;
        for (LocalDate each = day.plusDays(1); !each.isAfter(until); each = each.plusDays(1)) {
            if (works(each)) {
                count++;
            }
        }
        return count;
    }

    /** The last day of a term of so many working days that begins on a day; the day itself is not counted. */
    public LocalDate after(LocalDate day, int workingDays) {
        LocalDate each = day;
        for (int left = workingDays; left > 0; ) {
            each = each.plusDays(1);
            if (works(each)) {
                left--;
            }
        }
        return each;
    }

    /** Whether something that is open since a day has to go to those above. */
    public boolean escalates(LocalDate since, LocalDate today) {
        return today.isAfter(after(since, ESCALATION_DAYS));
    }
}
