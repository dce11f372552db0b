package org.iochub.core.tenant;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a duty roster («lịch trực»): entries {@code [days] [hours] who}, such as {@code T2-T6 07:00-15:00 Tổ 1},
 * {@code T7-CN Tổ 2}, {@code 2026-02-17 Nguyễn Văn An}, {@code 22:00-06:00 Ca đêm}. An entry with a date goes before those
 * without; one that names neither days nor hours is always on duty. Pure.
 */
public final class DutyRoster {
    private static final String DAY = "(?:T[2-7]|CN)";
    private static final String TO = "\\s*[-–]\\s*";
    private static final Pattern ENTRY = Pattern.compile(
            "(?:(\\d{4}-\\d{2}-\\d{2})\\s+|(" + DAY + ")(?:" + TO + "(" + DAY + "))?\\s+)?(?:(\\d{1,2}:\\d{2})" + TO
                    + "(\\d{1,2}:\\d{2})\\s+)?(.+)",
            Pattern.CASE_INSENSITIVE);

    /** Hours that were meant and are not there: nobody is guessed to be on duty by it. */
    private static final Pattern HALF_WRITTEN = Pattern.compile("\\d{1,2}:\\d{2}.*");

    private DutyRoster() {}

    /** Who is on duty at a moment, in the zone's own time, as the roster writes them. */
    public static List<String> at(List<String> roster, ZonedDateTime moment) {
        return on(roster, moment).stream().map(parts -> parts.group(6).strip()).toList();
    }

    /** The entries that hold at a moment, whole. */
    public static List<String> entriesAt(List<String> roster, ZonedDateTime moment) {
        return on(roster, moment).stream().map(Matcher::group).toList();
    }

    private static List<Matcher> on(List<String> roster, ZonedDateTime moment) {
        List<Matcher> dated = new ArrayList<>();
        List<Matcher> others = new ArrayList<>();
        for (String entry : roster) {
            Matcher parts = ENTRY.matcher(entry.strip());
            if (parts.matches() && onDuty(parts, moment)) {
                (parts.group(1) == null ? others : dated).add(parts);
            }
        }
        return dated.isEmpty() ? others : dated;
    }

    private static boolean onDuty(Matcher parts, ZonedDateTime moment) {
        if (parts.group(4) == null) {
            return !HALF_WRITTEN.matcher(parts.group(6)).matches() && onDay(parts, moment.toLocalDate());
        }
        Optional<LocalTime> from = time(parts.group(4));
        Optional<LocalTime> to = time(parts.group(5));
        if (from.isEmpty() || to.isEmpty()) {
            return false;
        }
        LocalTime now = moment.toLocalTime();
        if (from.get().isBefore(to.get())) {
            return onDay(parts, moment.toLocalDate()) && !now.isBefore(from.get()) && now.isBefore(to.get());
        }
        // Over midnight: the small hours belong to the day the shift began.
        return !now.isBefore(from.get()) && onDay(parts, moment.toLocalDate())
                || now.isBefore(to.get()) && onDay(parts, moment.toLocalDate().minusDays(1));
    }

    private static boolean onDay(Matcher parts, LocalDate day) {
        if (parts.group(1) != null) {
            try {
                return LocalDate.parse(parts.group(1)).equals(day);
            } catch (DateTimeParseException e) {
                return false;
            }
        }
        if (parts.group(2) == null) {
            return true;
        }
        int first = number(parts.group(2));
        int last = parts.group(3) == null ? first : number(parts.group(3));
        int today = day.getDayOfWeek().getValue();
        return first <= last ? today >= first && today <= last : today >= first || today <= last;
    }

    /** Monday is T2, the second day. */
    private static int number(String day) {
        return day.equalsIgnoreCase("CN") ? DayOfWeek.SUNDAY.getValue() : Integer.parseInt(day.substring(1)) - 1;
    }

    private static Optional<LocalTime> time(String text) {
        try {
            String hours = text.equals("24:00") ? "00:00" : text;
            return Optional.of(LocalTime.parse(hours.length() == 4 ? "0" + hours : hours));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
