package org.iochub.core.tenant;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of a duty roster that says when: {@code T2-T6 07:00-19:00 Tổ điều hành 1}. Days are T2 to T7 and CN, alone or
 * from one to another; without days every day. A shift may go past midnight and then belongs to the day it began.
 *
 * @param days on which it begins
 * @param from the first minute
 * @param to the first minute after it; the same as {@code from} for a whole day
 */
public record DutyShift(Set<DayOfWeek> days, LocalTime from, LocalTime to, String who) {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:(T[2-7]|CN)(?:\\s*[-–]\\s*(T[2-7]|CN))?\\s+)?(\\d{1,2}:\\d{2})\\s*[-–]\\s*(\\d{1,2}:\\d{2})\\s+(\\S.*)",
            Pattern.CASE_INSENSITIVE);

    public DutyShift {
        days = Set.copyOf(days);
    }

    /** @return empty for an entry that names no hours, which is for people only */
    public static Optional<DutyShift> parse(String entry) {
        Matcher parts = WRITTEN.matcher(entry.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<LocalTime> from = time(parts.group(3));
        Optional<LocalTime> to = time(parts.group(4));
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DutyShift(days(parts.group(1), parts.group(2)), from.get(), to.get(), parts.group(5)));
    }

    /** @param moment in the authority's zone */
    public boolean covers(ZonedDateTime moment) {
        LocalTime time = moment.toLocalTime();
        boolean begunToday = days.contains(moment.getDayOfWeek());
        if (from.isBefore(to)) {
            return begunToday && !time.isBefore(from) && time.isBefore(to);
        }
        boolean begunYesterday = days.contains(moment.getDayOfWeek().minus(1));
        return (begunToday && !time.isBefore(from)) || (begunYesterday && time.isBefore(to));
    }

    private static Set<DayOfWeek> days(String first, String last) {
        if (first == null) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        DayOfWeek end = last == null ? day(first) : day(last);
        Set<DayOfWeek> days = EnumSet.of(end);
        for (DayOfWeek day = day(first); day != end; day = day.plus(1)) {
            days.add(day);
        }
        return days;
    }

    /** T2 is Monday. */
    private static DayOfWeek day(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return upper.equals("CN") ? DayOfWeek.SUNDAY : DayOfWeek.of(upper.charAt(1) - '1');
    }

    private static Optional<LocalTime> time(String word) {
        String[] parts = word.split(":");
        int hour = Integer.parseInt(parts[0]);
        int minute = Integer.parseInt(parts[1]);
        // 24:00 is how the end of a day is written.
        boolean known = hour < 24 || (hour == 24 && minute == 0);
        return known && minute < 60 ? Optional.of(LocalTime.of(hour % 24, minute)) : Optional.empty();
    }
}
